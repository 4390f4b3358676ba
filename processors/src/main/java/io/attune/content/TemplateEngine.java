package io.attune.content;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.LegacyOverrides;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.tree.Node;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Jinjava within limits: no file is included, no code of a value is run, nothing grows without bound, and a name that does
 * not exist is an error. Thread-safe.
 */
final class TemplateEngine {

    private static final long MOST_OUTPUT = 512 * 1024;
    private static final int MOST_ITEMS = 1_000;
    private static final int DEEPEST = 20;

    private final JinjavaConfig configuration = JinjavaConfig.newBuilder()
            .withFailOnUnknownTokens(true)
            .withNestedInterpretationEnabled(false)
            .withMaxOutputSize(MOST_OUTPUT)
            .withMaxStringLength(MOST_OUTPUT)
            .withMaxListSize(MOST_ITEMS)
            .withMaxMapSize(MOST_ITEMS)
            .withRangeLimit(MOST_ITEMS)
            .withMaxRenderDepth(DEEPEST)
            .withMaxMacroRecursionDepth(1)
            .withLegacyOverrides(LegacyOverrides.newBuilder()
                    .withIterateOverMapKeys(true)
                    .withUseNaturalOperatorPrecedence(true)
                    .build())
            .withDisabled(Map.of(
                    Context.Library.TAG,
                    Set.of(
                            "autoescape",
                            "include",
                            "import",
                            "from",
                            "extends",
                            "block",
                            "macro",
                            "call",
                            "do",
                            "raw",
                            "print"),
                    Context.Library.FILTER,
                    Set.of("safe", "pprint", "fromjson", "fromyaml", "render", "renderfilter"),
                    Context.Library.FUNCTION,
                    Set.of("range_exec")))
            .build();

    private final Jinjava jinjava = new Jinjava(configuration);

    // Copying the library of tags and filters costs more than most templates: a copy is used again, by one thread at a
    // time.
    private final Deque<Context> libraries = new ConcurrentLinkedDeque<>();

    /**
     * Parses a template once.
     *
     * @throws TemplateException when a tag is not closed, or is not one of those allowed
     */
    Node parse(String template) throws TemplateException {
        Context library = library();
        JinjavaInterpreter interpreter = interpreter(library, Map.of(), false);
        try (var current = JinjavaInterpreter.closeablePushCurrent(interpreter).get()) {
            Node node = interpreter.parse(template);
            throwFirst(interpreter);
            return node;
        } catch (RuntimeException e) {
            throw new TemplateException(1, reason(e));
        } finally {
            libraries.push(library);
        }
    }

    /**
     * Fills in a parsed template.
     *
     * @param html whether values are escaped for HTML
     * @throws TemplateException when a name does not exist or a limit is passed
     */
    String render(Node template, Map<String, Object> values, boolean html) throws TemplateException {
        Context library = library();
        JinjavaInterpreter interpreter = interpreter(library, values, html);
        try (var current = JinjavaInterpreter.closeablePushCurrent(interpreter).get()) {
            String rendered = interpreter.render(template, false);
            throwFirst(interpreter);
            return rendered;
        } catch (RuntimeException e) {
            throw new TemplateException(1, reason(e));
        } finally {
            libraries.push(library);
        }
    }

    private Context library() {
        return Optional.ofNullable(libraries.poll()).orElseGet(jinjava::getGlobalContextCopy);
    }

    private JinjavaInterpreter interpreter(Context library, Map<String, Object> values, boolean html) {
        Context context = new Context(library, values, configuration.getDisabled());
        context.setAutoEscape(html);
        return new JinjavaInterpreter(jinjava, context, configuration);
    }

    private static void throwFirst(JinjavaInterpreter interpreter) throws TemplateException {
        for (TemplateError error : interpreter.getErrorsCopy()) {
            if (error.getSeverity() == TemplateError.ErrorType.FATAL) {
                throw new TemplateException(Math.max(1, error.getLineno()), error.getMessage());
            }
        }
    }

    private static String reason(RuntimeException failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
