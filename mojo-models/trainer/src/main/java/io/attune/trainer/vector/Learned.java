package io.attune.trainer.vector;

import io.attune.card.Bar;
import io.attune.evaluation.Judgement;
import io.attune.trainer.learning.Candidate;
import java.util.List;

/**
 * What came of learning, before it was judged on the hold-out.
 *
 * @param algorithm what was chosen
 * @param parameters of what was chosen
 * @param features that the model reads
 * @param candidates all that was tried, judged by folds
 * @param outOfFold how good the chosen one was by folds
 * @param threshold from which on acting is best, by the folds
 * @param calibration how its probabilities were made to come true
 * @param importances what each feature brings
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
record Learned(
        byte[] mojo,
        String algorithm,
        Object parameters,
        List<String> features,
        List<Candidate> candidates,
        Judgement outOfFold,
        double threshold,
        String calibration,
        List<Bar> importances) {}
