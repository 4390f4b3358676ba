package io.attune.route;

import java.util.List;
import java.util.Optional;
import org.apache.camel.Route;
import org.apache.camel.component.kamelet.KameletEndpoint;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds, replaces and removes the routes of one file in the running context. Used by one thread at a time. */
final class LiveRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRoutes.class);

    private final ModelCamelContext context;

    LiveRoutes(ModelCamelContext context) {
        this.context = context;
    }

    /**
     * Puts the new version of a file in the place of the old one. When the new one does not start after all, the old
     * one runs again.
     */
    void replace(Optional<RouteDocument> old, RouteDocument document) throws RouteFileException {
        try {
            if (old.isPresent()) {
                remove(old.get());
            }
            add(document);
        } catch (Exception e) {
            restore(old, document);
            throw new RouteFileException("could not be started: " + RootReason.of(e), e);
        }
    }

    void remove(RouteDocument document) throws Exception {
        for (String route : document.routes()) {
            removeRoute(route);
        }
        for (String id : document.configurations()) {
            removeConfiguration(id);
        }
    }

    /** Lets the next route that names a Kamelet read its file anew. */
    void forgetKamelets() {
        for (RouteTemplateDefinition template : List.copyOf(context.getRouteTemplateDefinitions())) {
            try {
                context.removeRouteTemplateDefinition(template);
            } catch (Exception e) {
                throw new IllegalStateException("the template " + template.getId() + " cannot be removed", e);
            }
        }
    }

    /** The routes of a file that are there; one whose precondition does not hold is not. */
    List<String> running(RouteDocument document) {
        return document.routes().stream()
                .filter(route -> context.getRoute(route) != null)
                .toList();
    }

    private void add(RouteDocument document) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(document.file(), document.text()));
    }

    private void restore(Optional<RouteDocument> old, RouteDocument failed) {
        try {
            remove(failed);
            if (old.isPresent()) {
                add(old.get());
            }
        } catch (Exception e) {
            LOG.error("The last good version of {} could not be started again", failed.file(), e);
        }
    }

    private void removeRoute(String id) throws Exception {
        Route route = context.getRoute(id);
        if (route != null) {
            if (route.getEndpoint() instanceof KameletEndpoint kamelet) {
                // What a Kamelet reads from is a route of its own, and would go on reading without anyone to give it
                // to.
                removeRoute(kamelet.getRouteId());
                stop(id);
                context.removeEndpoint(kamelet);
            } else {
                stop(id);
            }
        }
        if (context.getRouteDefinition(id) != null) {
            context.removeRouteDefinition(context.getRouteDefinition(id));
        }
    }

    private void stop(String id) throws Exception {
        context.getRouteController().stopRoute(id);
        context.removeRoute(id);
    }

    private void removeConfiguration(String id) throws Exception {
        for (RouteConfigurationDefinition definition : context.getRouteConfigurationDefinitions().stream()
                .filter(candidate -> id.isEmpty() ? candidate.getId() == null : id.equals(candidate.getId()))
                .toList()) {
            context.removeRouteConfiguration(definition);
        }
    }
}
