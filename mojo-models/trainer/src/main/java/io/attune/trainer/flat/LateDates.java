package io.attune.trainer.flat;

import io.attune.frame.DateColumn;
import io.attune.trainer.TrainingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds columns of dates that say something of the time after the moment at which the rows are said to have been known. */
final class LateDates {
    private LateDates() {}

    /**
     * Demands that there is none.
     *
     * @param asOf the last day that a row may know
     * @throws TrainingException that names each column with a later date
     */
    static void requireNone(FlatTable table, LocalDate asOf) {
        List<String> late = new ArrayList<>();
        table.recipe().columns().stream()
                .filter(DateColumn.class::isInstance)
                .map(DateColumn.class::cast)
                .forEach(column -> {
                    long count = table.frame().column(column.name()).stream()
                            .flatMap(cell -> column.style().parse(cell).stream())
                            .filter(moment -> moment.toLocalDate().isAfter(asOf))
                            .count();
                    if (count > 0) {
                        late.add(column.name() + " (" + count + " rows)");
                    }
                });
        if (!late.isEmpty()) {
            String names = late.stream()
                    .map(one -> one.substring(0, one.lastIndexOf(" (")))
                    .collect(Collectors.joining(","));
            throw new TrainingException("some columns are dated after " + asOf + ": " + String.join(", ", late)
                    + ". What was not known then would not be known when the model is used. Nothing was trained; leave it"
                    + " out with --ignore " + names);
        }
    }
}
