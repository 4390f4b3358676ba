package io.attune.bench.profile;

import io.attune.bench.profile.Relation.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one transaction wrote, ready to be written again.
 *
 * @param position when it began to write, among the others
 * @param records how many records it took in
 * @param writes in an order that keeps references whole
 */
record RecordedTransaction(long position, int records, List<Write> writes) implements Comparable<RecordedTransaction> {
    private static final String LEDGER = "record_ledger";

    /** One operation on one row. */
    static final class Row {
        private final long position;
        private final Relation relation;
        private final Operation operation;
        private final List<Object> key;
        private final Object[] parameters;

        /**
         * A row.
         *
         * @param position of its operation among all
         * @param values by column, null where the database holds none
         */
        Row(long position, Relation relation, Operation operation, Map<String, Object> values) {
            this.position = position;
            this.relation = relation;
            this.operation = operation;
            this.key = relation.key().stream().map(values::get).toList();
            this.parameters =
                    relation.parameters(operation).stream().map(values::get).toArray();
        }
    }

    /** Rows of one table for one statement; no row is in it twice. */
    record Write(Relation relation, Operation operation, List<Object[]> rows, Set<List<Object>> keys) {
        String sql() {
            return relation.sql(operation);
        }

        private boolean takes(Row row) {
            return relation.equals(row.relation) && operation == row.operation && keys.add(row.key);
        }
    }

    static RecordedTransaction of(List<Row> rows) {
        List<Row> ordered = rows.stream()
                .sorted(Comparator.comparingLong(row -> row.position))
                .toList();
        List<Write> writes = new ArrayList<>();
        for (Row row : ordered) {
            Write last = writes.isEmpty() ? null : writes.get(writes.size() - 1);
            if (last == null || !last.takes(row)) {
                last = new Write(row.relation, row.operation, new ArrayList<>(), new HashSet<>(Set.of(row.key)));
                writes.add(last);
            }
            last.rows().add(row.parameters);
        }
        int records = (int) ordered.stream()
                .filter(row -> row.relation.name().equals(LEDGER))
                .count();
        return new RecordedTransaction(ordered.get(0).position, records, List.copyOf(writes));
    }

    int rows() {
        return writes.stream().mapToInt(write -> write.rows().size()).sum();
    }

    @Override
    public int compareTo(RecordedTransaction other) {
        return Long.compare(position, other.position);
    }
}
