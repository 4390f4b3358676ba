package io.attune.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
            throw new FrameException(frame.file() + " leaves nothing to learn from: " + dropped);
        }
        return new Recipe(columns, dropped);
    }

    private static void add(ColumnCells cells, List<FrameColumn> columns, List<DroppedColumn> dropped) {
        cells.asNumbers()
                .or(cells::asDates)
                .or(cells::asCategory)
                .ifPresentOrElse(
                        columns::add,
                        () -> dropped.add(new DroppedColumn(
                                cells.name(), "nearly all of its " + cells.distinct() + " values are rare")));
    }
}
