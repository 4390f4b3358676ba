package io.attune.ingest.table;

import java.util.Optional;

/**
 * Where one poll of a table stands. Immutable; every page makes the next one.
 *
 * @param epoch of the leadership under which it began
 * @param historyUntil rows up to this mark were there when the table was first read; absent where there were none
 * @param newest the newest mark that is in Kafka; absent before the first row
 * @param since rows from this mark on are read; absent for all of them
 * @param afterId among the rows of exactly that mark, those behind this id; absent for all of them
 * @param more whether another page is to be read
 */
public record TablePoll(
        TableDefinition definition,
        long epoch,
        Optional<Mark> historyUntil,
        Optional<Mark> newest,
        Optional<Mark> since,
        Optional<Object> afterId,
        boolean more) {
    /** Names of the mappings that its rows take. */
    public String mapping() {
        return definition.mapping();
    }

    /** What its records name as their source. */
    public String source() {
        return definition.source();
    }

    TablePoll after(TablePage page) {
        if (page.rows().isEmpty()) {
            return new TablePoll(definition, epoch, historyUntil, newest, since, afterId, false);
        }
        TablePage.Row last = page.rows().get(page.rows().size() - 1);
        Mark reached = newest.filter(mark -> mark.compareTo(last.mark()) > 0).orElse(last.mark());
        return new TablePoll(
                definition,
                epoch,
                historyUntil,
                Optional.of(reached),
                Optional.of(last.mark()),
                Optional.of(last.id()),
                page.more());
    }
}
