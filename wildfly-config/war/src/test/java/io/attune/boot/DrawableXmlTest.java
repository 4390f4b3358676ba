package io.attune.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.xml.LwModelToXMLDumper;
import org.junit.jupiter.api.Test;

class DrawableXmlTest {
    @Test
    void aRouteIsShownWithoutItsErrorHandlerAndOtherwiseWhole() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in")
                            .routeId("way")
                            .errorHandler(noErrorHandler())
                            .log("one")
                            .to("direct:out");
                }
            });

            String xml =
                    new DrawableXml(new LwModelToXMLDumper()).dumpModelAsXml(camel, camel.getRouteDefinition("way"));

            assertThat(xml).doesNotContain("rrorHandler").contains("direct:in", "<log", "direct:out");
        }
    }
}
