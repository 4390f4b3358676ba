package io.attune.reject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Which rejects; what is absent does not matter.
 *
 * @param state one of {@link #STATES}
 * @param code such as {@code SCHEMA_VIOLATED}
 * @param from rejected at or after
 * @param until rejected before
 */
public record RejectFilter(
        Optional<String> state,
        Optional<String> source,
        Optional<String> code,
        Optional<String> stage,
        Optional<Instant> from,
        Optional<Instant> until) {
    /** What a reject can be. */
    public static final List<String> STATES = List.of("open", "replayed", "resolved");

    public RejectFilter {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
    }

    /** All rejects of a state. */
    public static RejectFilter ofState(String state) {
        return new RejectFilter(
                Optional.of(state),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, of another state. */
    public RejectFilter in(String other) {
        return new RejectFilter(Optional.of(other), source, code, stage, from, until);
    }

    /** The condition in SQL, with names for what {@link #bind} binds. */
    String condition() {
        List<String> conditions = new ArrayList<>(List.of("true"));
        state.ifPresent(value -> conditions.add("state = :state"));
        source.ifPresent(value -> conditions.add("source = :source"));
        code.ifPresent(value -> conditions.add("code = :code"));
        stage.ifPresent(value -> conditions.add("stage = :stage"));
        from.ifPresent(value -> conditions.add("rejected_at >= :from"));
        until.ifPresent(value -> conditions.add("rejected_at < :until"));
        return String.join(" and ", conditions);
    }

    <S extends SqlStatement<S>> S bind(S statement) {
        state.ifPresent(value -> statement.bind("state", value));
        source.ifPresent(value -> statement.bind("source", value));
        code.ifPresent(value -> statement.bind("code", value));
        stage.ifPresent(value -> statement.bind("stage", value));
        from.ifPresent(value -> statement.bind("from", value));
        until.ifPresent(value -> statement.bind("until", value));
        return statement;
    }
}
