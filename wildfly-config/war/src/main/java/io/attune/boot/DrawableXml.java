package io.attune.boot;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.spi.ModelToXMLDumper;

/**
 * Routes as XML that the console can draw. Camel writes a route's own error handler before its {@code from}, where Hawtio
 * 4.2 takes it for the first step, finds no picture of it, and from then on draws no route at all. Thread-safe.
 */
record DrawableXml(ModelToXMLDumper camel) implements ModelToXMLDumper {
    private static final Pattern ERROR_HANDLER =
            Pattern.compile("\\s*<errorHandler(\\s[^>]*)?(/>|>.*?</errorHandler>)", Pattern.DOTALL);

    @Override
    public String dumpModelAsXml(CamelContext context, NamedNode definition) throws Exception {
        return drawable(camel.dumpModelAsXml(context, definition));
    }

    @Override
    public String dumpModelAsXml(
            CamelContext context,
            NamedNode definition,
            boolean resolvePlaceholders,
            boolean generatedIds,
            boolean sourceLocation)
            throws Exception {
        return drawable(camel.dumpModelAsXml(context, definition, resolvePlaceholders, generatedIds, sourceLocation));
    }

    @Override
    public String dumpBeansAsXml(CamelContext context, List<Object> beans) throws Exception {
        return camel.dumpBeansAsXml(context, beans);
    }

    @Override
    public String dumpDataFormatsAsXml(CamelContext context, Map<String, Object> dataFormats) throws Exception {
        return camel.dumpDataFormatsAsXml(context, dataFormats);
    }

    private static String drawable(String xml) {
        return xml == null ? null : ERROR_HANDLER.matcher(xml).replaceAll("");
    }
}
