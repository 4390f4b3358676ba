package io.attune.trainer.hazard;

import io.attune.card.Bar;
import io.attune.scoring.SurvivalCurve;
import java.util.List;

/**
 * What a training made.
 *
 * @param curves of the hold-out's people
 * @param observed what became of them
 * @param naive what the baseline foretells to them
 * @param importances the share of the trees' gain that each column brought
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read in this package only
record HazardFit(
        byte[] mojo, List<SurvivalCurve> curves, List<Observed> observed, double[] naive, List<Bar> importances) {

    double[] medians() {
        return curves.stream().mapToDouble(SurvivalCurve::median).toArray();
    }

    double concordance() {
        return Concordance.of(medians(), observed);
    }

    double naiveConcordance() {
        return Concordance.of(naive, observed);
    }

    long happened() {
        return observed.stream().filter(Observed::happened).count();
    }
}
