package io.attune.ingest.rule;

import dev.cel.runtime.CelEvaluationException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One rule. It says nothing of a record of another source, nor of one that lacks a field which the rule reads. Thread-safe.
 *
 * @param message what is wrong with a record that breaks it, and what to do
 * @param sources whose records it is about; empty = all
 * @param reads fields of the record that it reads without asking whether they are there
 */
record RecordRule(
        String name,
        String message,
        Severity severity,
        Set<String> sources,
        Set<String> reads,
        Optional<Condition> when,
        Condition holds) {
    RecordRule {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(severity, "severity");
        sources = Set.copyOf(sources);
        reads = Set.copyOf(reads);
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(holds, "holds");
    }

    /** How a record breaks the rule, if it does. */
    Optional<Breach> check(String source, RecordValues record) {
        if ((!sources.isEmpty() && !sources.contains(source)) || !record.has(reads)) {
            return Optional.empty();
        }
        try {
            if (when.isPresent() && !when.get().holds(record)) {
                return Optional.empty();
            }
            return holds.holds(record)
                    ? Optional.empty()
                    : Optional.of(new Breach(this, code(), name + ": " + message));
        } catch (CelEvaluationException e) {
            return Optional.of(new Breach(this, "RULE_FAILED", "the rule " + name + " could not be tried: " + why(e)));
        }
    }

    private String code() {
        return "RULE_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** CEL's own message may quote a value, which may be personal. */
    private static String why(CelEvaluationException failure) {
        return switch (failure.getErrorCode()) {
            case ATTRIBUTE_NOT_FOUND -> "it reads something that the record does not have; ask has(…) first";
            case DIVIDE_BY_ZERO -> "it divides by zero";
            case OVERLOAD_NOT_FOUND -> "a value is of a type that its operator does not take";
            case INDEX_OUT_OF_BOUNDS -> "a list is shorter than it expects";
            case NUMERIC_OVERFLOW -> "a number is too large";
            case BAD_FORMAT -> "a text cannot be read as what it expects";
            default -> "CEL says " + failure.getErrorCode();
        };
    }

    /**
     * A rule that a record broke, or that could not be tried.
     *
     * @param reason for people, without a value of the record
     */
    record Breach(RecordRule rule, String code, String reason) {
        String flag() {
            return code.equals("RULE_FAILED") ? "rule_failed:" + rule.name() : "rule:" + rule.name();
        }
    }
}
