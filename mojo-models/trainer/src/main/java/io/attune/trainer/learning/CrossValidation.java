package io.attune.trainer.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * Repeated stratified cross-validation: in every repeat each row is judged by a model that learned from the other folds.
 */
public final class CrossValidation {
    private final Table table;
    private final Fits fits;
    private final List<Folds> repeats;
    private final long seed;
    private final Progress progress;

    public CrossValidation(Table table, Fits fits, int repeats, int folds, long seed, Progress progress) {
        this.table = table;
        this.fits = fits;
        this.seed = seed;
        this.progress = progress;
        this.repeats = IntStream.range(0, repeats)
                .mapToObj(repeat -> Folds.of(table, folds, seed + repeat))
                .toList();
    }

    public List<Folds> repeats() {
        return repeats;
    }

    /** One result a learner, in their order. */
    public List<OutOfFold> run(List<Learner> learners) {
        List<List<double[]>> scores = new ArrayList<>();
        double[] seconds = new double[learners.size()];
        learners.forEach(learner -> scores.add(new ArrayList<>()));
        for (int repeat = 0; repeat < repeats.size(); repeat++) {
            List<Piece> pieces = fits.all(tasks(learners, repeat));
            for (int learner = 0; learner < learners.size(); learner++) {
                double[] whole = new double[table.rows()];
                for (Piece piece : pieces) {
                    if (piece.learner() == learner) {
                        piece.write(whole);
                        seconds[learner] += piece.seconds();
                    }
                }
                scores.get(learner).add(whole);
            }
            progress.show("cross-validation", repeat + 1L, repeats.size());
        }
        return IntStream.range(0, learners.size())
                .mapToObj(learner -> new OutOfFold(learners.get(learner).name(), scores.get(learner), seconds[learner]))
                .toList();
    }

    /** A stack of these, whose weights are learned, for each fold, from what was said of the rows of the other folds. */
    public OutOfFold stacked(String name, List<OutOfFold> members) {
        long started = System.nanoTime();
        List<Callable<double[]>> tasks = new ArrayList<>();
        for (int repeat = 0; repeat < repeats.size(); repeat++) {
            int number = repeat;
            tasks.add(() -> stacked(members, number));
        }
        List<double[]> scores = fits.all(tasks);
        return new OutOfFold(name, scores, (System.nanoTime() - started) / 1e9);
    }

    private double[] stacked(List<OutOfFold> members, int repeat) {
        Folds folds = repeats.get(repeat);
        double[] whole = new double[table.rows()];
        for (int fold = 0; fold < folds.count(); fold++) {
            int[] judged = folds.inside(fold);
            double[] scores = Stack.crossFit(members, repeat, table, folds.outside(fold), judged, seed);
            new Piece(0, judged, scores, 0).write(whole);
        }
        return whole;
    }

    private List<Callable<Piece>> tasks(List<Learner> learners, int repeat) {
        List<Callable<Piece>> tasks = new ArrayList<>();
        Folds folds = repeats.get(repeat);
        for (int learner = 0; learner < learners.size(); learner++) {
            for (int fold = 0; fold < folds.count(); fold++) {
                int number = learner;
                int judged = fold;
                tasks.add(() -> piece(learners.get(number), number, folds, judged, seed + repeat));
            }
        }
        return tasks;
    }

    private Piece piece(Learner learner, int number, Folds folds, int fold, long fitSeed) {
        long started = System.nanoTime();
        int[] judged = folds.inside(fold);
        double[] scores = Fits.predict(learner, table, folds.outside(fold), judged, fitSeed);
        return new Piece(number, judged, scores, (System.nanoTime() - started) / 1e9);
    }

    @SuppressWarnings("ArrayRecordComponent") // made once, read once
    private record Piece(int learner, int[] rows, double[] scores, double seconds) {
        void write(double[] whole) {
            for (int index = 0; index < rows.length; index++) {
                whole[rows[index]] = scores[index];
            }
        }
    }
}
