package io.attune.feature;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.attune.rule.ConditionCompiler;
import io.attune.rule.RuleException;
import io.attune.rule.StructTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which events a measure counts, as a condition in CEL over {@code event}. Thread-safe. */
final class EventFilter {

    private static final double TEN_THOUSANDTHS = 10_000;
    private static final StructTypes TYPES = StructTypes.of(Map.of(
            "event",
            StructTypes.struct(
                    "attune.CountedEvent",
                    Map.of(
                            "type", SimpleType.STRING,
                            "source", SimpleType.STRING,
                            "amount", SimpleType.DOUBLE,
                            "properties", MapType.create(SimpleType.STRING, SimpleType.DYN)))));
    private static final ConditionCompiler COMPILER = new ConditionCompiler(TYPES, List.of("event"));

    private final String text;
    private final CelRuntime.Program condition;

    private EventFilter(String text, CelRuntime.Program condition) {
        this.text = text;
        this.condition = condition;
    }

    /**
     * Compiles a condition.
     *
     * @param text the text of the whole file, and {@code line} that of the condition's key in it
     */
    static EventFilter compile(String file, String text, int line, String condition) throws RuleException {
        return new EventFilter(condition, COMPILER.compile(file, text, line, condition));
    }

    /** As the definition writes it. */
    String text() {
        return text;
    }

    /** What a condition needs and is unknown makes it not hold. */
    boolean holds(Activity activity) {
        Map<String, Object> event = Map.of(
                "type", activity.type(),
                "source", activity.source(),
                "amount", activity.amount() / TEN_THOUSANDTHS,
                "properties", plain(activity.properties()));
        try {
            return Boolean.TRUE.equals(condition.eval(Map.of("event", event)));
        } catch (CelEvaluationException e) {
            return false;
        }
    }

    // As CEL knows values: whole numbers are long, others double.
    private static Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> fields = new HashMap<>();
            node.properties().forEach(field -> {
                if (!field.getValue().isNull()) {
                    fields.put(field.getKey(), plain(field.getValue()));
                }
            });
            return fields;
        }
        if (node.isArray()) {
            List<Object> items = new ArrayList<>();
            node.forEach(item -> items.add(plain(item)));
            return items;
        }
        if (node.isNumber()) {
            return node.canConvertToLong() && node.isIntegralNumber() ? (Object) node.longValue() : node.doubleValue();
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.asText();
    }
}
