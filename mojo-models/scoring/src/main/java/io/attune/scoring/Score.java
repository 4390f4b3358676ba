package io.attune.scoring;

import java.util.List;

/** What one version of a model says of one feature vector. */
public sealed interface Score {

    /** The model's name, for example {@code churn}. */
    String model();

    /** The version that spoke. */
    String version();

    /**
     * The model's answer.
     *
     * @param value for a binomial model the probability of its second class in [0, 1], calibrated where the model carries a
     *     calibration; for a regression the predicted amount
     * @param imputed features that were missing and for which the model put a value of its own
     */
    record Value(String model, String version, double value, List<String> imputed) implements Score {
        public Value {
            imputed = List.copyOf(imputed);
        }

        /** An answer to what was really there. */
        public Value(String model, String version, double value) {
            this(model, version, value, List.of());
        }
    }

    /**
     * No answer, since the vector has too little in it to be worth one.
     *
     * @param reason a sentence for a reader of the profile
     */
    record Declined(String model, String version, String reason) implements Score {}
}
