package io.attune.trainer.vector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.card.Fact;
import io.attune.card.FeatureRow;
import io.attune.registry.Headline;
import io.attune.registry.VersionWriter;
import io.attune.trainer.H2oProcess;
import io.attune.trainer.KindOptions;
import io.attune.trainer.TrainingException;
import io.attune.trainer.VersionFiles;
import java.time.Instant;
import java.util.List;

/**
 * A training of a kind with a frame: its rows, and what all such kinds write alike on card and page.
 *
 * @param seed the definition's, or the one that was asked for instead
 */
public record KindTraining<T extends KindDefinition>(KindOptions options, T definition, KindTask task, long seed) {

    /**
     * Reads and parts the frame, and starts H2O.
     *
     * @throws TrainingException when the frame is none, or too small
     */
    public static <T extends KindDefinition> KindTraining<T> begin(KindOptions options, T definition) {
        long seed = options.seed(definition.seed());
        TrainingFrame frame = TrainingFrame.read(options.frame);
        KindTask task = KindTask.of(
                frame, definition.horizonDays(), definition.holdout().share(), seed);
        H2oProcess.start(options.threads);
        return new KindTraining<>(options, definition, task, seed);
    }

    /** The card's beginning; the kind adds how it was judged. */
    public ObjectNode card(VersionWriter writer, String algorithm, Headline headline, Instant now) {
        ObjectNode card = writer.card(
                definition.model(), definition.kind(), algorithm, definition.description(), headline, seed, now);
        card.set("label", definition.label());
        card.set("requiredFeatures", VersionWriter.json(definition.requiredFeatures()));
        card.put("minimumFeatures", definition.minimumFeatures());
        card.set("features", VersionWriter.json(task.statistics(definition.features())));
        card.set("data", VersionWriter.json(task.data(VersionFiles.digest(options.frame), definition.horizonDays())));
        return card;
    }

    /** The features as they were in the rows that were learned from, for the page. */
    public List<FeatureRow> features() {
        return definition.features().stream()
                .map(feature ->
                        FeatureRow.ofNumbers(feature, "number", task.frame().column(feature, task.training())))
                .toList();
    }

    /** How it was made, as far as the kind does not tell more, for the page. */
    public List<Fact> facts(Instant now) {
        return List.of(
                new Fact("Rows", task.training().size() + " of people at moments"),
                new Fact("Judged as of", task.judgedAt().toString()),
                new Fact("Frame's digest", VersionFiles.digest(options.frame)),
                new Fact("Seed, threads", seed + ", " + options.threads),
                Fact.trained(now, System.getProperty("user.name")));
    }
}
