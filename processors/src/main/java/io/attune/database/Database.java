package io.attune.database;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The way to PostgreSQL. Thread-safe.
 *
 * <p>Its handles bind arrays of {@code UUID}, {@code byte[]}, {@code Instant}, {@code LocalDate}, {@code BigDecimal},
 * {@code Boolean}, {@code Short} and {@code JsonNode} beside Jdbi's own, so that one statement writes a whole batch through
 * {@code unnest}.
 *
 * <p>Where the data source is bound to a transaction of the thread (JTA in WildFly, {@code LocalTransactions} in tests), every
 * handle joins it: auto-commit is off on an enlisted connection, which is how it is seen. A stage of the profile way never begins, commits or rolls back itself.
 */
public final class Database {
    private static final HexFormat HEX = HexFormat.of();

    private final DataSource dataSource;
    private final Jdbi jdbi;

    public Database(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbi = Jdbi.create(dataSource)
                .registerArrayType(UUID.class, "uuid")
                .registerArrayType(byte[].class, "bytea", present(bytes -> "\\x" + HEX.formatHex(bytes)))
                .registerArrayType(Instant.class, "timestamptz", present(Instant::toString))
                .registerArrayType(LocalDate.class, "date", present(LocalDate::toString))
                .registerArrayType(BigDecimal.class, "numeric", present(BigDecimal::toPlainString))
                .registerArrayType(Boolean.class, "boolean", present(Object::toString))
                .registerArrayType(Short.class, "smallint", present(Object::toString))
                .registerArrayType(JsonNode.class, "jsonb", present(JsonNode::toString));
    }

    // These travel as text: the driver has no encoding of its own for them, or none with nulls among them.
    private static <T> Function<T, String> present(Function<T, String> text) {
        return element -> element == null ? null : text.apply(element);
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** Runs in the thread's transaction where there is one, else with one commit a statement. */
    public <R> R inHandle(Function<Handle, R> work) {
        return jdbi.withHandle(work::apply);
    }

    /** As {@link #inHandle}, without a result. */
    public void useHandle(Consumer<Handle> work) {
        jdbi.useHandle(work::accept);
    }

    /** Runs in the thread's transaction where there is one, else in a new one that commits at the end. */
    public <R> R inTransaction(Function<Handle, R> work) {
        return jdbi.withHandle(
                handle -> handle.isInTransaction() ? work.apply(handle) : handle.inTransaction(work::apply));
    }

    /** As {@link #inTransaction}, without a result. */
    public void useTransaction(Consumer<Handle> work) {
        jdbi.useHandle(handle -> {
            if (handle.isInTransaction()) {
                work.accept(handle);
            } else {
                handle.useTransaction(work::accept);
            }
        });
    }
}
