package io.attune.trainer.learning;

import hex.Model;
import io.attune.trainer.TrainingException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs fits side by side; the order of the results is that of the tasks, whatever finishes first. */
public final class Fits implements AutoCloseable {
    private final ExecutorService threads;

    public Fits(int count) {
        threads = Executors.newFixedThreadPool(count);
    }

    public <T> List<T> all(List<Callable<T>> tasks) {
        List<T> results = new ArrayList<>();
        try {
            for (Future<T> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TrainingException("training was interrupted", stopped);
        } catch (ExecutionException failed) {
            throw new TrainingException("a fit failed: " + failed.getCause().getMessage(), failed.getCause());
        }
    }

    /** What a learner says of rows that it did not learn from. */
    public static double[] predict(Learner learner, Table table, int[] learned, int[] judged, long seed) {
        try (LearningFrame training = LearningFrame.of(table, learned);
                LearningFrame judging = LearningFrame.of(table, judged)) {
            Model<?, ?, ?> model = learner.fit(training.frame(), table.response(), seed, water.Key.make());
            try {
                return judging.score(model);
            } finally {
                model.delete();
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
