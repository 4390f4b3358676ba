package io.attune.route;

import java.util.Collection;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * Builds a route file in a context that is thrown away: every endpoint, option, bean reference, expression and
 * placeholder is resolved as in the live one, and nothing is started, so nothing is consumed or connected.
 */
final class DryBuild {
    private final CamelContext live;
    private final KameletFolder kamelets;

    DryBuild(CamelContext live, KameletFolder kamelets) {
        this.live = live;
        this.kamelets = kamelets;
    }

    /**
     * Builds documents beside each other, so that one may name the route configurations of another.
     *
     * @throws RouteFileException with Camel's own reason when one cannot be built
     */
    void check(Collection<RouteDocument> documents) throws RouteFileException {
        try (DefaultCamelContext trial = trial()) {
            for (RouteDocument document : documents) {
                load(trial, document);
            }
            trial.init();
        } catch (Exception e) {
            throw new RouteFileException("cannot be built: " + RootReason.of(e), e);
        }
    }

    private DefaultCamelContext trial() {
        DefaultCamelContext trial = new DefaultCamelContext(new BorrowedBeans(live.getRegistry()));
        trial.disableJMX();
        trial.setApplicationContextClassLoader(live.getApplicationContextClassLoader());
        trial.getClassResolver().addClassLoader(DryBuild.class.getClassLoader());
        trial.getPropertiesComponent().addPropertiesSource(new LiveProperties(live));
        kamelets.serve(trial);
        return trial;
    }

    private static void load(CamelContext context, RouteDocument document) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(document.file(), document.text()));
    }

    private record LiveProperties(CamelContext live) implements PropertiesSource {
        @Override
        public String getName() {
            return "live";
        }

        @Override
        public String getProperty(String name) {
            return live.getPropertiesComponent().resolveProperty(name).orElse(null);
        }
    }
}
