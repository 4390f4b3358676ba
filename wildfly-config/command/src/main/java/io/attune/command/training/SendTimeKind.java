package io.attune.command.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.command.CommandFailure;
import io.attune.registry.Headline;
import io.attune.registry.VersionWriter;
import io.attune.sendtime.MessageFile;
import io.attune.sendtime.Reader;
import io.attune.sendtime.SendTimeJudgement;
import io.attune.sendtime.SendTimeTraining;
import io.attune.sendtime.SendTimes;
import io.attune.timing.MessageLog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Send times: learned here, from the messages that people received and opened. */
final class SendTimeKind extends LogKind {
    private static final String ALGORITHM = "Beta-Binomial hazard by hour";

    private final Clock clock;

    SendTimeKind(Clock clock) {
        super(SendTimes.KIND, "send_time.schema.json");
        this.clock = clock;
    }

    @Override
    public void train(TrainingRun run) {
        LogDefinition definition = LogDefinition.of(run.model().definition());
        Path file = log(
                run,
                "messages",
                (hub, log) ->
                        MessageLog.messages(hub, run.end().minus(definition.history()), run.end(), log) + " delivered");
        try {
            List<Reader> readers = MessageFile.read(file, ZoneOffset.UTC);
            SendTimeTraining.Trained trained = new SendTimeTraining(
                            readers,
                            definition.horizon(),
                            definition.content().path("window").asInt(),
                            run::say)
                    .learn(run.end());
            write(run, definition, file, readers, trained);
        } catch (IllegalArgumentException unusable) {
            throw new CommandFailure(unusable.getMessage(), unusable);
        }
    }

    private void write(
            TrainingRun run,
            LogDefinition definition,
            Path file,
            List<Reader> readers,
            SendTimeTraining.Trained trained) {
        Instant now = clock.instant();
        SendTimeJudgement judgement = trained.judgement();
        byte[] model = VersionWriter.json(trained.model()).toString().getBytes(StandardCharsets.UTF_8);
        VersionWriter writer = new VersionWriter(run.output(), "model.json", model);
        Headline headline = new Headline(
                "hit rate",
                judgement.hitRate(),
                true,
                judgement.openings(),
                judgement.asOf(),
                "one hour for all",
                judgement.populationHitRate());
        ObjectNode card = card(run, writer, ALGORITHM, definition.description(), headline, now);
        card.set(
                "data",
                VersionWriter.json(Map.of(
                        "frameDigest",
                        FrameTraining.digest(file),
                        "until",
                        run.end().toString(),
                        "people",
                        readers.size(),
                        "messages",
                        readers.stream()
                                .mapToInt(reader -> reader.messages().size())
                                .sum())));
        card.set(
                "parameters",
                VersionWriter.json(Map.of(
                        "halfLifeDays",
                        trained.model().halfLifeDays(),
                        "strength",
                        trained.model().strength(),
                        "windowHours",
                        trained.model().windowHours())));
        ObjectNode metrics = (ObjectNode) card.get("metrics");
        metrics.set("holdout", VersionWriter.json(judgement));
        ChampionFigure.write(
                card,
                run,
                Instant.parse(judgement.asOf()),
                folder -> SendTimes.load(folder).judge(readers, Instant.parse(judgement.asOf()), run.end()).stream()
                        .mapToDouble(SendTimeJudgement::hitRate)
                        .findFirst());
        metrics.set("trials", VersionWriter.json(trained.trials()));
        writer.write(
                new SendTimePage(
                                run.model().name(),
                                run.output().getFileName().toString(),
                                definition,
                                readers,
                                trained,
                                now)
                        .html(),
                card);
    }
}
