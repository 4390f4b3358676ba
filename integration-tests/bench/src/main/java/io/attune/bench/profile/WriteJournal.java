package io.attune.bench.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Notes every row that transactions write, by triggers that are there only while it is open. What it noted can be written
 * again by somebody else, row by row and transaction by transaction.
 */
final class WriteJournal {
    private final Jdbi database;

    private WriteJournal(Jdbi database) {
        this.database = database;
    }

    static WriteJournal open(Jdbi database) {
        database.useHandle(handle -> {
            handle.execute("""
                    create table bench_journal (
                      position bigint generated always as identity primary key,
                      transaction bigint not null, relation text not null, operation text not null, content jsonb not null)
                    """);
            handle.execute("""
                    create function bench_note() returns trigger language plpgsql as $$
                    begin
                      insert into bench_journal (transaction, relation, operation, content)
                      values (txid_current(), tg_table_name, tg_op, to_jsonb(case when tg_op = 'DELETE' then old else new end));
                      return null;
                    end $$
                    """);
            tables(handle)
                    .forEach(table -> handle.execute("create trigger bench_note after insert or update or delete on "
                            + table + " for each row execute function bench_note()"));
        });
        return new WriteJournal(database);
    }

    private static List<String> tables(Handle handle) {
        return handle.createQuery("""
                        select tablename from pg_tables where schemaname = 'public'
                        and tablename not in ('bench_journal', 'flyway_schema_history')
                        """).mapTo(String.class).list();
    }

    /** Ends the noting and answers the transactions in the order of their first writes. */
    List<RecordedTransaction> close() {
        return database.inTransaction(handle -> {
            tables(handle).forEach(table -> handle.execute("drop trigger bench_note on " + table));
            List<RecordedTransaction> transactions = read(handle);
            handle.execute("drop table bench_journal");
            handle.execute("drop function bench_note()");
            return transactions;
        });
    }

    private static List<RecordedTransaction> read(Handle handle) {
        Map<Long, List<RecordedTransaction.Row>> byTransaction = new LinkedHashMap<>();
        handle.createQuery("select distinct relation from bench_journal")
                .mapTo(String.class)
                .list()
                .forEach(relation -> rows(handle, Relation.of(handle, relation), byTransaction));
        return byTransaction.values().stream()
                .map(RecordedTransaction::of)
                .sorted()
                .toList();
    }

    private static void rows(Handle handle, Relation relation, Map<Long, List<RecordedTransaction.Row>> byTransaction) {
        handle.createQuery("select j.position, j.transaction, j.operation, r.* from bench_journal j, "
                        + "lateral jsonb_populate_record(null::" + relation.name()
                        + ", j.content) r where j.relation = :relation")
                .bind("relation", relation.name())
                .map((row, context) -> {
                    Map<String, Object> values = new HashMap<>();
                    for (String column : relation.columns()) {
                        values.put(column, row.getObject(column));
                    }
                    byTransaction
                            .computeIfAbsent(row.getLong("transaction"), any -> new ArrayList<>())
                            .add(new RecordedTransaction.Row(
                                    row.getLong("position"),
                                    relation,
                                    Relation.Operation.valueOf(row.getString("operation")),
                                    values));
                    return relation;
                })
                .list();
    }
}
