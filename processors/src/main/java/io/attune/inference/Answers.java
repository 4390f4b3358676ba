package io.attune.inference;

import io.attune.scoring.Scorer;
import java.util.List;
import java.util.Optional;

/**
 * What a model said of rows: a number each, NaN with a reason where there is none, and the inputs for which the model put a
 * value of its own. Not thread-safe.
 */
final class Answers {
    private static final String NOTHING = "";

    private final double[] values;
    private String[] reasons = new String[0];
    private String[] imputed = new String[0];

    private Answers(int rows) {
        values = new double[rows];
    }

    static Answers of(Scorer scorer, RowSource source) {
        Answers answers = new Answers(source.rows());
        double[] row = new double[scorer.inputs().size()];
        for (int index = 0; index < answers.values.length; index++) {
            source.copy(index, row);
            Optional<String> refusal = scorer.refusal(row);
            if (refusal.isPresent()) {
                answers.refuse(index, refusal.get());
            } else {
                answers.impute(index, scorer.imputed(row));
                answers.values[index] = scorer.answer(row);
            }
        }
        return answers;
    }

    private void refuse(int index, String reason) {
        if (reasons.length == 0) {
            reasons = new String[values.length];
        }
        reasons[index] = reason;
        values[index] = Double.NaN;
    }

    private void impute(int index, List<String> inputs) {
        if (inputs.isEmpty()) {
            return;
        }
        if (imputed.length == 0) {
            imputed = new String[values.length];
        }
        imputed[index] = String.join(",", inputs);
    }

    int rows() {
        return values.length;
    }

    double value(int row) {
        return values[row];
    }

    boolean anyRefused() {
        return reasons.length > 0;
    }

    /** Why a row has no number; null when it has one. */
    String reason(int row) {
        return anyRefused() ? reasons[row] : null;
    }

    boolean anyImputed() {
        return imputed.length > 0;
    }

    /** The inputs of a row for which the model put a value of its own, by comma; empty when there is none. */
    String imputed(int row) {
        return anyImputed() && imputed[row] != null ? imputed[row] : NOTHING;
    }
}
