package io.attune.sandbox.demo;

import io.attune.crypto.KeysetFile;
import io.attune.sandbox.Sandbox;
import io.attune.sandbox.inbox.Inbox;
import io.attune.sandbox.population.evaluation.ChurnEvaluation;
import io.attune.sandbox.population.evaluation.PairwiseEvaluation;
import io.attune.sandbox.population.evaluation.PairwiseScore;
import io.attune.sandbox.population.source.Entity;
import io.attune.sandbox.population.truth.Truth;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Judges what the hub made of a population by the truth about it. */
final class DemoEvaluation {
    private static final String CHURN = "churn";

    private final HubFigures figures;
    private final ProfilesOfEntities profilesOfEntities;
    private final InboxAgreement agreement;
    private final Inbox inbox;
    private final Truth truth;

    DemoEvaluation(Sandbox sandbox, HubFigures figures, Path keyset, Truth truth) {
        this.figures = figures;
        this.profilesOfEntities = new ProfilesOfEntities(sandbox.hubDatabase(), new KeysetFile(keyset).open());
        this.inbox = sandbox.standIns().inbox();
        this.agreement = new InboxAgreement(sandbox.hubDatabase(), inbox);
        this.truth = truth;
    }

    DemoReport report() {
        Map<Entity, UUID> profiles =
                profilesOfEntities.find(List.copyOf(truth.entities().keySet()));
        PairwiseScore pairs = new PairwiseEvaluation(truth).score(profiles);
        ChurnEvaluation churn = new ChurnEvaluation(truth);
        Map<String, Double> scores = churn.byPerson(profiles, figures.scores(CHURN));
        return new DemoReport(
                figures.records(),
                figures.rejects(),
                truth.people().size(),
                figures.profiles(),
                pairs.precision(),
                pairs.recall(),
                figures.scored(),
                churn.auc(scores),
                churn.recencyAuc(scores),
                figures.segments(),
                figures.campaigns(),
                figures.deliveries(),
                figures.projections(),
                inboxCounts(),
                agreement.differences(),
                figures.latency());
    }

    private SortedMap<String, DemoReport.InboxCount> inboxCounts() {
        SortedMap<String, DemoReport.InboxCount> counts = new TreeMap<>();
        inbox.counts()
                .forEach((channel, count) ->
                        counts.put(channel, new DemoReport.InboxCount(count.messages(), count.people())));
        return counts;
    }
}
