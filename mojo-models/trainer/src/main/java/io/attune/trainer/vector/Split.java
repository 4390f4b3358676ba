package io.attune.trainer.vector;

import io.attune.trainer.TrainingException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows are learned from and which judge. Nobody is on both sides (grouped), and what is learned ends before the
 * judgement begins (time-based): the hold-out is the last moment, or the last few, of people kept aside; the training rows are
 * the others' rows whose labels were known at the first of these moments.
 *
 * @param judgedFrom the first moment of the judgement
 * @param judgedAt the last; the same where there is one
 */
public record Split(Instant judgedFrom, Instant judgedAt, List<Row> training, List<Row> holdout) {
    private static final int FEWEST_OF_A_LABEL = 10;

    static Split of(List<Row> rows, VectorDefinition definition, long seed) {
        List<Instant> judged = rows.stream()
                .map(Row::asOf)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(definition.holdout().moments())
                .toList();
        if (judged.isEmpty()) {
            throw new TrainingException(
                    "The frame has no rows: nobody was in the label's group at any moment. Is there enough history?");
        }
        Instant judgedFrom = judged.get(judged.size() - 1);
        double share = definition.holdout().share();
        Duration horizon = definition.horizon();
        List<Row> holdout = rows.stream()
                .filter(row -> !row.asOf().isBefore(judgedFrom) && isAside(row.person(), seed, share))
                .toList();
        List<Row> training = rows.stream()
                .filter(row -> !row.asOf().plus(horizon).isAfter(judgedFrom) && !isAside(row.person(), seed, share))
                .toList();
        requireEnough("to learn from", training);
        requireEnough("to judge by", holdout);
        return new Split(judgedFrom, judged.get(0), training, holdout);
    }

    /** In words: the moment, or the first and the last. */
    String judged() {
        return judgedFrom.equals(judgedAt) ? judgedAt.toString() : judgedFrom + " to " + judgedAt;
    }

    static long people(List<Row> rows) {
        return rows.stream().map(Row::person).distinct().count();
    }

    static long positives(List<Row> rows) {
        return rows.stream().filter(Row::positive).count();
    }

    static boolean[] answers(List<Row> rows) {
        boolean[] answers = new boolean[rows.size()];
        for (int index = 0; index < answers.length; index++) {
            answers[index] = rows.get(index).positive();
        }
        return answers;
    }

    static double[] amounts(List<Row> rows) {
        return rows.stream().mapToDouble(Row::label).toArray();
    }

    /** The number of each row's person: the folds keep a person's rows together. */
    static int[] numbered(List<Row> rows) {
        Map<String, Integer> numbers = new HashMap<>();
        return rows.stream()
                .mapToInt(row -> numbers.computeIfAbsent(row.person(), any -> numbers.size()))
                .toArray();
    }

    private static void requireEnough(String purpose, List<Row> rows) {
        long positives = positives(rows);
        if (Math.min(positives, rows.size() - positives) < FEWEST_OF_A_LABEL) {
            throw new TrainingException("There are " + rows.size() + " rows " + purpose + ", " + positives
                    + " of them positive, and at least " + FEWEST_OF_A_LABEL
                    + " of both labels are needed. Learn from more people or a longer history");
        }
    }

    /** Whether a person is kept aside to judge by; the same people for the same seed. */
    public static boolean isAside(String person, long seed, double share) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((seed + ":" + person).getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(digest).getLong() >>> 11) * 0x1.0p-53 < share;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
