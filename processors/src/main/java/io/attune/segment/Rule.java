package io.attune.segment;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.HashMap;
import java.util.Map;

/** A compiled rule. Thread-safe. */
public final class Rule {

    private final CelRuntime.Program program;

    Rule(CelRuntime.Program program) {
        this.program = program;
    }

    /**
     * Whether it holds for a person. A rule that needs something unknown does not hold; {@code ||} and {@code &&} need only
     * the side that decides, and {@code has(features.x)} asks whether something is known.
     */
    public boolean holds(PersonView person) {
        return evaluate(variables(person));
    }

    /** Whether it holds for a person and what just happened to them. */
    public boolean holds(PersonView person, Map<String, Object> event) {
        Map<String, Object> variables = variables(person);
        variables.put("event", event);
        return evaluate(variables);
    }

    private static Map<String, Object> variables(PersonView person) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("features", person.features());
        variables.put("scores", person.scores());
        variables.put("profile", person.attributes());
        return variables;
    }

    private boolean evaluate(Map<String, Object> variables) {
        try {
            return Boolean.TRUE.equals(program.eval(variables));
        } catch (CelEvaluationException e) {
            // Something unknown: CEL has no third truth value.
            return false;
        }
    }
}
