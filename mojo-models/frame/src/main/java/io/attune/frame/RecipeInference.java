package io.attune.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out what the columns of a frame are. */
public final class RecipeInference {
    private RecipeInference() {}

    /**
     * Infers a recipe from every column but the label and those to ignore.
     *
     * @throws FrameException when a column to ignore is not there, or nothing is left to learn from
     */
    public static Recipe infer(FlatFrame frame, String label, Set<String> ignored) {
        List<FrameColumn> columns = new ArrayList<>();
        List<DroppedColumn> dropped = new ArrayList<>();
        ignored.forEach(frame::column);
        for (String name : frame.names()) {
            if (name.equals(label)) {
                continue;
            }
            if (ignored.contains(name)) {
                dropped.add(new DroppedColumn(name, "ignored, as --ignore says"));
                continue;
            }
            ColumnCells cells = ColumnCells.of(name, frame.column(name));
            DroppedColumns.reason(cells)
                    .ifPresentOrElse(
                            reason -> dropped.add(new DroppedColumn(name, reason)), () -> add(cells, columns, dropped));
        }
        if (columns.isEmpty()) {
            throw new FrameException(frame.file() + " leaves nothing to learn from: "
                    + dropped.stream()
                            .map(column -> column.name() + " (" + column.reason() + ")")
                            .collect(Collectors.joining(", ")));
        }
        return new Recipe(
                columns.stream()
                        .map(column -> unmistakable(column, frame.names()))
                        .toList(),
                dropped);
    }

    /** A table may have a column of the very name that a mark would get. */
    private static FrameColumn unmistakable(FrameColumn column, List<String> names) {
        boolean taken = column.features().stream().skip(1).anyMatch(feature -> names.contains(feature.name()));
        return taken && column instanceof NumberColumn number
                ? new NumberColumn(number.name(), number.style(), false)
                : column;
    }

    private static void add(ColumnCells cells, List<FrameColumn> columns, List<DroppedColumn> dropped) {
        cells.asDatesOfDigits()
                .or(cells::asNumbers)
                .or(cells::asDates)
                .or(cells::asCategory)
                .ifPresentOrElse(
                        columns::add,
                        () -> dropped.add(new DroppedColumn(
                                cells.name(), "nearly all of its " + cells.distinct() + " values are rare")));
    }
}
