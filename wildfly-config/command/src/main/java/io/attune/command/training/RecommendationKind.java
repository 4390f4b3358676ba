package io.attune.command.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.command.CommandFailure;
import io.attune.content.PurchaseLog;
import io.attune.eventlog.ColumnMapping;
import io.attune.eventlog.EventLog;
import io.attune.eventlog.EventLogException;
import io.attune.eventlog.EventLogReader;
import io.attune.eventlog.Horizon;
import io.attune.eventlog.Moment;
import io.attune.recommendation.RecommendationJudgement;
import io.attune.recommendation.ShopCatalogue;
import io.attune.recommendation.ShopItem;
import io.attune.recommendation.ShopRecommender;
import io.attune.recommendation.ShopTraining;
import io.attune.recommendation.TrainedShop;
import io.attune.registry.Headline;
import io.attune.registry.VersionWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Recommendations: learned here, from the orders and views of the hub and its list of products. */
final class RecommendationKind extends LogKind {
    private static final String ALGORITHM = "blend";

    private final Clock clock;

    RecommendationKind(Clock clock) {
        super(ShopRecommender.KIND, "recommendations.schema.json");
        this.clock = clock;
    }

    @Override
    public void train(TrainingRun run) {
        LogDefinition definition = LogDefinition.of(run.model().definition());
        Path log = log(run, "orders and views", (hub, file) -> {
            Instant from = run.end().minus(definition.history());
            long rows = PurchaseLog.events(hub, from, run.end(), file);
            long items = PurchaseLog.catalogue(hub, catalogue(file));
            return rows + " items touched, " + items + " products";
        });
        try {
            EventLog events =
                    EventLogReader.read(log, ColumnMapping.parse("person=person,time=time,item=item,kind=kind"));
            List<ShopItem> catalogue = ShopCatalogue.read(catalogue(log));
            Moment end = Moment.parse(run.end().toString());
            ShopTraining training =
                    new ShopTraining(events, catalogue, new Horizon(definition.horizonDays()), run::say);
            TrainedShop trained = training.learn(end);
            VersionWriter writer = new VersionWriter(run.output(), "model.json", trained.json());
            ObjectNode card = card(run, writer, definition, events, catalogue, trained, log);
            ChampionFigure.write(
                    card,
                    run,
                    run.end().minus(definition.horizon()),
                    folder -> OptionalDouble.of(training.precisionAt10(ShopRecommender.load(folder), end)));
            writer.write(page(run, definition, events, catalogue, trained, card), card);
        } catch (EventLogException unusable) {
            throw new CommandFailure(unusable.getMessage(), unusable);
        }
    }

    private ObjectNode card(
            TrainingRun run,
            VersionWriter writer,
            LogDefinition definition,
            EventLog events,
            List<ShopItem> catalogue,
            TrainedShop trained,
            Path log) {
        Instant now = clock.instant();
        RecommendationJudgement judgement = trained.judgement();
        Headline headline = new Headline(
                "precision@10",
                judgement.precisionAt10(),
                true,
                judgement.people(),
                judgement.asOf(),
                judgement.baseline(),
                judgement.baselinePrecisionAt10());
        ObjectNode card = card(run, writer, ALGORITHM, definition.description(), headline, now);
        card.set("weights", VersionWriter.json(trained.weights()));
        card.set(
                "data",
                VersionWriter.json(Map.of(
                        "log",
                        events.summary(),
                        "catalogue",
                        catalogue.size(),
                        "frameDigest",
                        FrameTraining.digest(log),
                        "until",
                        run.end().toString())));
        ((ObjectNode) card.get("metrics")).set("holdout", VersionWriter.json(judgement));
        return card;
    }

    private static String page(
            TrainingRun run,
            LogDefinition definition,
            EventLog events,
            List<ShopItem> catalogue,
            TrainedShop trained,
            ObjectNode card) {
        return new RecommendationPage(
                        run.model().name(),
                        run.output().getFileName().toString(),
                        definition,
                        events.summary(),
                        catalogue.size(),
                        trained,
                        card.path("trainedAt").asText())
                .html();
    }

    /** Beside the log; absent for a log from elsewhere. */
    private static Path catalogue(Path log) {
        return log.resolveSibling(log.getFileName().toString().replaceFirst("(\\.csv)?$", "-catalogue.csv"));
    }
}
