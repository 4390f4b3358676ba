package io.attune.ingest.rule;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression over a record. It is shown the fields that it names and no others: CEL converts everything that it is shown, with
 * all that lies in it, each time. Thread-safe.
 *
 * @param fields of the record that the expression names
 */
record Condition(CelRuntime.Program program, Set<String> fields) {
    private static final Pattern NAMED = Pattern.compile("\\brecord\\s*\\.\\s*(\\w+)");
    /** The record as a whole, such as in a list. */
    private static final Pattern WHOLE = Pattern.compile("\\brecord\\b(?!\\s*\\.)");

    Condition {
        Objects.requireNonNull(program, "program");
        fields = Set.copyOf(fields);
    }

    /** @param expression what was compiled */
    static Condition of(CelRuntime.Program program, String expression) {
        return new Condition(program, WHOLE.matcher(expression).find() ? RecordTypes.fieldNames() : named(expression));
    }

    boolean holds(RecordValues record) throws CelEvaluationException {
        return Boolean.TRUE.equals(program.eval(Map.of("record", record.only(fields))));
    }

    /** The fields of a record that an expression names. */
    static Set<String> named(String expression) {
        Set<String> named = new HashSet<>();
        Matcher naming = NAMED.matcher(expression);
        while (naming.find()) {
            named.add(naming.group(1));
        }
        return named;
    }
}
