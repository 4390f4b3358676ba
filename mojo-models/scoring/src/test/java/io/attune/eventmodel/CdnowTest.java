package io.attune.eventmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attune.eventlog.ColumnMapping;
import io.attune.eventlog.EventLog;
import io.attune.eventlog.EventLogReader;
import io.attune.eventlog.Horizon;
import io.attune.eventlog.Moment;
import io.attune.eventlog.RealSet;
import io.attune.lifetime.BgNbd;
import io.attune.lifetime.GammaGamma;
import org.junit.jupiter.api.Test;

/** The data of both papers gives the parameters of both papers. */
class CdnowTest {
    private static final Moment AS_OF = Moment.parse("1997-09-30");

    private final EventLog log =
            EventLogReader.read(RealSet.file("cdnow/CDNOW_sample.txt"), ColumnMapping.parse("person=2,time=3,value=5"));
    private final LifetimeTraining training = LifetimeTraining.of(log, AS_OF);

    @Test
    void findsThePublishedParametersOfPurchases() {
        BgNbd model = training.purchases().model();

        assertThat(model.r()).isCloseTo(0.2426, within(0.002));
        assertThat(model.alpha()).isCloseTo(4.4135, within(0.002));
        assertThat(model.a()).isCloseTo(0.7929, within(0.002));
        assertThat(model.b()).isCloseTo(2.4258, within(0.002));
        assertThat(training.purchases().logLikelihood()).isCloseTo(-9582.43, within(0.01));
        assertThat(training.purchases().people()).isEqualTo(2357);
    }

    @Test
    void findsThePublishedParametersOfSpend() {
        GammaGamma model = training.spend().orElseThrow().model();

        assertThat(model.p()).isCloseTo(6.25, within(0.01));
        assertThat(model.q()).isCloseTo(3.74, within(0.01));
        assertThat(model.gamma()).isCloseTo(15.44, within(0.05));
        assertThat(training.spend().orElseThrow().people()).isEqualTo(946);
    }

    @Test
    void expectsWhatTheNext39WeeksBroughtAsWellAsThePaper() {
        LifetimeJudgement judgement = LifetimeJudgement.of(training.model(), log, AS_OF, new Horizon(39 * 7))
                .orElseThrow();

        assertThat(judgement.meanAbsoluteError()).isCloseTo(0.785, within(0.001));
        assertThat(judgement.meanAbsoluteError()).isLessThan(judgement.baselineMeanAbsoluteError());
    }
}
