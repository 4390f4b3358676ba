package io.attune.eventlog;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Reads a log from a file: any usual separator and encoding, with a header line or without, times in any usual form. Rows
 * that name nobody or cannot be read are dropped and counted; a negative value, or a kind that says so, is a cancellation.
 */
public final class EventLogReader {
    private final Path file;
    private final Table table;
    private final Columns columns;

    private EventLogReader(Path file, Table table, Columns columns) {
        this.file = file;
        this.table = table;
        this.columns = columns;
    }

    /**
     * Reads a file.
     *
     * @throws EventLogException when a mapped column is missing, or no row could be read
     */
    public static EventLog read(Path file, ColumnMapping mapping) {
        Table table = Table.read(file);
        return new EventLogReader(file, table, Columns.of(file, mapping, table.firstRow())).read();
    }

    private EventLog read() {
        LogSurvey survey = new LogSurvey();
        forEachRow(row -> survey.add(columns.time(row), columns.kind(row)));
        TimeFormat format = timeFormat(survey);
        LogBuilder builder = new LogBuilder(survey.kindsOfActivity());
        forEachRow(row -> add(row, format, builder));
        return builder.build(file, format.name());
    }

    private void add(TableRow row, TimeFormat format, LogBuilder builder) {
        String person = columns.person(row);
        OptionalLong second = format.seconds(columns.time(row));
        double value = columns.value(row);
        if (MissingText.is(person)) {
            builder.withoutPerson();
        } else if (second.isEmpty()) {
            builder.withoutTime();
        } else if (Double.isNaN(value)) {
            builder.withoutValue();
        } else {
            builder.add(person, second.getAsLong(), columns.item(row), value, columns.kind(row));
        }
    }

    private TimeFormat timeFormat(LogSurvey survey) {
        return TimeFormat.of(survey.times())
                .orElseThrow(() -> new EventLogException(file + " has no time in its column " + columns.timeName()
                        + " that can be read, such as 2011-06-11, 2011-06-11T12:00:00Z, 11/06/2011 12:00, 20110611 or"
                        + " seconds since 1970; found "
                        + survey.times().stream().limit(3).toList()));
    }

    private void forEachRow(Consumer<TableRow> consumer) {
        boolean[] header = {columns.header()};
        table.forEach(row -> {
            if (header[0]) {
                header[0] = false;
            } else {
                consumer.accept(row);
            }
        });
    }
}
