package io.attune.trainer.flat;

import io.attune.frame.DroppedColumn;
import io.attune.frame.FlatFrame;
import io.attune.frame.FrameReader;
import io.attune.frame.Label;
import io.attune.frame.Recipe;
import io.attune.frame.RecipeInference;
import io.attune.trainer.TrainingException;
import io.attune.trainer.learning.Progress;
import io.attune.trainer.learning.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The user's table, understood.
 *
 * @param rowsWithoutLabel how many rows were left out
 */
record FlatTable(FlatFrame frame, Label label, Recipe recipe, Table table, long rowsWithoutLabel) {
    private static final int FEWEST = 10;
    private static final int FEWEST_ROWS = 50;

    static FlatTable read(FlatTask task) {
        FlatFrame whole = FrameReader.read(task.frame());
        Set<String> ignored = whole.named(task.ignored());
        if (ignored.contains(task.label())) {
            throw new TrainingException("--ignore names the label " + task.label() + "; it cannot be both");
        }
        Label label = Label.infer(whole, task.label(), task.positive());
        List<String> cells = whole.column(task.label());
        List<Integer> known = IntStream.range(0, whole.rows())
                .filter(row -> label.isKnown(cells.get(row)))
                .boxed()
                .toList();
        FlatFrame frame = known.size() == whole.rows() ? whole : whole.select(known);
        Recipe recipe = RecipeInference.infer(frame, task.label(), ignored);
        boolean[] labels = labels(frame.column(task.label()), label);
        Table table = new Table(recipe.encode(frame), task.label(), labels);
        requireEnough(task, table);
        return new FlatTable(frame, label, recipe, table, whole.rows() - known.size());
    }

    /** What a reader should know of how the table was read. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        frame.repeatedNames()
                .forEach((name, first) -> notes.add(
                        "the table names the column " + first + " more than once; a further one is called " + name));
        if (!frame.encoding().equals("UTF-8")) {
            notes.add("the file is not UTF-8 and was read as " + frame.encoding());
        }
        if (rowsWithoutLabel > 0) {
            notes.add(rowsWithoutLabel + " rows have no label and were left out");
        }
        if (label.others().size() > 1) {
            notes.add("the label's other values count as one: " + String.join(", ", label.others()));
        }
        return List.copyOf(notes);
    }

    void describe(Progress progress) {
        progress.say(table.rows() + " rows, " + table.positives() + " with " + label.column() + " = " + label.positive()
                + "; " + recipe.columns().size() + " columns used");
        notes().forEach(progress::say);
        for (DroppedColumn column : recipe.dropped()) {
            progress.say("left out: " + column.name() + " (" + column.reason() + ")");
        }
    }

    private static boolean[] labels(List<String> cells, Label label) {
        boolean[] labels = new boolean[cells.size()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = label.isPositive(cells.get(row));
        }
        return labels;
    }

    private static void requireEnough(FlatTask task, Table table) {
        int positives = table.positives();
        int fewer = Math.min(positives, table.rows() - positives);
        if (table.rows() < FEWEST_ROWS || fewer < FEWEST) {
            throw new TrainingException(task.frame() + " has " + table.rows() + " rows with a label, " + positives
                    + " of them positive; at least " + FEWEST_ROWS + " rows and " + FEWEST
                    + " of either kind are needed to learn and to judge");
        }
    }
}
