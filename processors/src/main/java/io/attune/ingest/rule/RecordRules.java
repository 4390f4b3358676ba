package io.attune.ingest.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules of {@code connectors-config/rules}. Immutable. */
public final class RecordRules {
    /**
     * What the rules say of a record.
     *
     * @param rejected why it is none that goes on
     * @param flags what goes on with it
     */
    public record Verdict(Optional<Rejection> rejected, List<String> flags) {
        public Verdict {
            flags = List.copyOf(flags);
        }
    }

    /** Why a record is rejected: a code that names the rule, and a reason without a value of the record. */
    public record Rejection(String code, String reason) {}

    private final List<RecordRule> rules;

    RecordRules(List<RecordRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Tries every rule on a canonical record; the first that rejects it is told. */
    public Verdict check(JsonNode record) {
        if (rules.isEmpty()) {
            return new Verdict(Optional.empty(), List.of());
        }
        String source = record.path("source").asText();
        RecordValues values = new RecordValues(record);
        List<String> flags = new ArrayList<>();
        for (RecordRule rule : rules) {
            Optional<RecordRule.Breach> breach = rule.check(source, values);
            if (breach.isPresent()) {
                if (rule.severity() == Severity.REJECT) {
                    return new Verdict(breach.map(broken -> new Rejection(broken.code(), broken.reason())), List.of());
                }
                flags.add(breach.get().flag());
            }
        }
        return new Verdict(Optional.empty(), flags);
    }

    /** How many there are. */
    public int size() {
        return rules.size();
    }
}
