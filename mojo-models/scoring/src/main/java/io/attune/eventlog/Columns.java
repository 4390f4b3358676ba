package io.attune.eventlog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the mapped columns are in a file.
 *
 * @param header whether the first row names the columns
 * @param timeName how the mapping calls the time's column
 */
record Columns(
        boolean header,
        String timeName,
        int personColumn,
        int timeColumn,
        Optional<Integer> itemColumn,
        List<Integer> valueColumns,
        Optional<Integer> kindColumn) {

    static Columns of(Path file, ColumnMapping mapping, List<String> firstRow) {
        boolean named = firstRow.contains(mapping.time());
        Locator locator = new Locator(file, firstRow, named);
        int time = locator.column(mapping.time());
        boolean header = named || TimeFormat.of(List.of(firstRow.get(time))).isEmpty();
        return new Columns(
                header,
                mapping.time(),
                locator.column(mapping.person()),
                time,
                mapping.item().map(locator::column),
                mapping.value().stream().map(locator::column).toList(),
                mapping.kind().map(locator::column));
    }

    String person(TableRow row) {
        return row.field(personColumn);
    }

    String time(TableRow row) {
        return row.field(timeColumn);
    }

    String item(TableRow row) {
        return itemColumn.map(row::field).orElse("");
    }

    String kind(TableRow row) {
        return kindColumn.map(row::field).orElse("");
    }

    /** The product of the value's columns: 0 when there is none, or a field is empty; NaN when one is no number. */
    double value(TableRow row) {
        double product = valueColumns.isEmpty() ? 0 : 1;
        boolean negative = false;
        for (int column : valueColumns) {
            double factor = Amount.parse(row.field(column));
            negative |= factor < 0;
            product *= factor;
        }
        return negative ? -Math.abs(product) : product;
    }

    private record Locator(Path file, List<String> firstRow, boolean named) {
        int column(String name) {
            int place = named ? firstRow.indexOf(name) : position(name);
            if (place < 0 || place >= firstRow.size()) {
                throw new EventLogException(file + " has no column " + name + "; its first line is "
                        + String.join(", ", firstRow)
                        + ". " + similar(name)
                        + "Name a column as that line does, or by its position from 1 to " + firstRow.size());
            }
            return place;
        }

        private String similar(String name) {
            return firstRow.stream()
                    .filter(candidate -> candidate.equalsIgnoreCase(name))
                    .findFirst()
                    .map(candidate -> "Did you mean " + candidate + "? ")
                    .orElse("");
        }

        private static int position(String name) {
            return name.matches("\\d{1,4}") ? Integer.parseInt(name) - 1 : -1;
        }
    }
}
