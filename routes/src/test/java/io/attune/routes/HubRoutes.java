package io.attune.routes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.kamelet.KameletComponent;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * Some of the hub's route files in a context of their own, fed through {@code direct:} and with what leaves the hub
 * replaced by mocks: {@code mock:ID} stands for the step with that id.
 */
public final class HubRoutes implements AutoCloseable {
    private final DefaultCamelContext context = new DefaultCamelContext();
    private boolean started;

    private HubRoutes() {}

    /** Reads route files, relative to the routes folder, beside {@code errors.camel.yaml}. */
    public static HubRoutes of(String... files) throws Exception {
        HubRoutes routes = new HubRoutes();
        routes.context.getShutdownStrategy().setTimeout(5);
        routes.context.disableJMX();
        RouteFiles.properties().forEach(routes.context.getPropertiesComponent()::addInitialProperty);
        routes.context
                .getComponent("kamelet", KameletComponent.class)
                .setLocation("file:" + RouteFiles.ROOT.resolveSibling("connectors-config/kamelets"));
        routes.load("errors.camel.yaml");
        for (String file : files) {
            routes.load(file);
        }
        return routes;
    }

    private void load(String file) throws Exception {
        Path path = RouteFiles.ROOT.resolve(file);
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(file, Files.readString(path)));
    }

    /** Gives a placeholder another value than the tests' usual one; before the routes are started. */
    public HubRoutes property(String key, String value) {
        context.getPropertiesComponent().addInitialProperty(key, value);
        return this;
    }

    public HubRoutes bean(String name, Object bean) {
        context.getRegistry().bind(name, bean);
        return this;
    }

    /** Lets the test feed a route through {@code direct:ROUTE-in}, whatever it read from. */
    public HubRoutes feed(String route) throws Exception {
        AdviceWith.adviceWith(context, route, advice -> advice.replaceFromWith("direct:" + route + "-in"));
        return this;
    }

    /** As {@link #feed}, and keeps every other timer of the files from ticking. */
    public HubRoutes onlyFed(String... fed) throws Exception {
        for (RouteDefinition definition : List.copyOf(context.getRouteDefinitions())) {
            boolean timed = definition.getInput().getEndpointUri().startsWith("timer:");
            if (List.of(fed).contains(definition.getId())) {
                feed(definition.getId());
            } else if (timed) {
                definition.setAutoStartup("false");
            }
        }
        return this;
    }

    /** Puts {@code mock:STEP} in the place of a step. */
    public HubRoutes mock(String route, String... steps) throws Exception {
        AdviceWith.adviceWith(context, route, advice -> {
            for (String step : steps) {
                advice.weaveById(step).replace().to("mock:" + step).id(step);
            }
        });
        return this;
    }

    public HubRoutes start() {
        context.start();
        started = true;
        return this;
    }

    public ProducerTemplate template() {
        return context.createProducerTemplate();
    }

    public CamelContext context() {
        return context;
    }

    /** What stands for the step with this id. */
    public MockEndpoint at(String step) {
        return context.getEndpoint("mock:" + step, MockEndpoint.class);
    }

    /** The bodies that reached a mocked step. */
    public List<Object> bodiesAt(String step) {
        return at(step).getExchanges().stream()
                .map(exchange -> exchange.getMessage().getBody())
                .toList();
    }

    @Override
    public void close() {
        if (started) {
            context.stop();
        }
    }
}
