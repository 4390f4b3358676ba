package io.attune.bench.profile;

import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * A table, as far as somebody who fills it must know it.
 *
 * @param key columns of the primary key
 */
record Relation(String name, List<String> columns, List<String> key) {
    static Relation of(Handle handle, String name) {
        List<String> columns = handle.createQuery(
                        "select column_name from information_schema.columns where table_schema = 'public'"
                                + " and table_name = :name order by ordinal_position")
                .bind("name", name)
                .mapTo(String.class)
                .list();
        List<String> key =
                handle.createQuery("""
                        select a.attname from pg_index i
                        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
                        where i.indrelid = cast(:name as regclass) and i.indisprimary
                        """).bind("name", name).mapTo(String.class).list();
        return new Relation(name, columns, key);
    }

    /** What can happen to a row, as triggers name it. */
    enum Operation {
        INSERT,
        UPDATE,
        DELETE
    }

    /** The statement that repeats an operation, with the parameters of {@link #parameters}. */
    String sql(Operation operation) {
        return switch (operation) {
            case INSERT -> insert();
            // The one form of an update that the driver sends as one statement for many rows.
            case UPDATE -> insert() + " on conflict (" + String.join(", ", key) + ") do update set " + changes();
            case DELETE ->
                "delete from " + name + " where "
                        + key.stream().map(column -> column + " = ?").collect(Collectors.joining(" and "));
        };
    }

    /** The columns whose values the statement takes, in order. */
    List<String> parameters(Operation operation) {
        return operation == Operation.DELETE ? key : columns;
    }

    private String insert() {
        String values = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        return "insert into " + name + " (" + String.join(", ", columns) + ") overriding system value values (" + values
                + ")";
    }

    private String changes() {
        return columns.stream()
                .filter(column -> !key.contains(column))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
    }
}
