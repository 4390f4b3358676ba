package io.attune.command.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.registry.Headline;
import io.attune.scoring.ModelCard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What the champion reaches, for the card of a version that learned from the log. */
final class ChampionFigure {
    private ChampionFigure() {}

    /**
     * Writes {@code metrics.champion}. A champion that knew nothing after the moment of judgement is measured on the same rows.
     * One that learned from them already would be flattered by that, and counts with the figure of its own card.
     *
     * @param measure the figure of the version in a folder, on the rows judged
     */
    static void write(ObjectNode card, TrainingRun run, Instant judged, Function<Path, OptionalDouble> measure) {
        run.champion()
                .filter(folder -> Files.exists(folder.resolve("model.json")))
                .ifPresent(folder -> {
                    ModelCard champion = ModelCard.read(folder.resolve("card.json"));
                    String until =
                            champion.document().path("data").path("until").asText();
                    boolean fresh = !until.isEmpty() && !Instant.parse(until).isAfter(judged);
                    OptionalDouble value = fresh
                            ? measure.apply(folder)
                            : Headline.of(champion).stream()
                                    .mapToDouble(Headline::value)
                                    .findFirst();
                    value.ifPresent(figure -> ((ObjectNode) card.get("metrics"))
                            .putObject("champion")
                            .put("version", champion.version())
                            .put("value", figure)
                            .put("onTheSameRows", fresh));
                });
    }
}
