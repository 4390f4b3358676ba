package io.attune.command.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.command.CommandFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingsTest {
    @TempDir
    Path home;

    private final StringWriter told = new StringWriter();

    @BeforeEach
    void define() throws IOException {
        Files.createDirectories(home.resolve("definitions/models"));
        Files.createDirectories(home.resolve("definitions/schemas"));
        Files.createDirectories(home.resolve("registry"));
        Files.writeString(home.resolve("definitions/schemas/counting.schema.json"), """
                {"type": "object", "required": ["model", "kind"],
                 "properties": {"model": {"type": "string"}, "kind": {"type": "string"},
                                "people": {"type": "integer", "examples": [3]}}}""");
        model("a_good", "counting", "people: 3");
        model("b_broken", "counting", "people: many");
        model("c_too_few", "counting", "people: 0");
        model("d_unheard_of", "astrology", "people: 3");
        model("e_good", "counting", "people: 2");
    }

    @Test
    void trainsEveryModelAndLetsNoFailureStopTheOthers() throws InterruptedException {
        List<TrainingResult> results = trainings().train(models().names());

        assertThat(results).extracting(TrainingResult::trained).containsExactly(true, false, false, false, true);
        assertThat(results.get(1).failure()).contains("b_broken.yaml").contains("people");
        assertThat(results.get(2).failure()).isEqualTo("nobody to count; wait until somebody comes");
        assertThat(results.get(3).failure()).contains("astrology").contains("[counting]");
        assertThat(told.toString()).contains("[5/5] e_good").contains("failed: c_too_few: nobody to count");
    }

    @Test
    void tellsTheFigureOfEachBesideThatOfItsBaseline() throws InterruptedException {
        List<String> lines = new TrainingTable(trainings().train(List.of("a_good", "c_too_few", "e_good"))).lines();

        assertThat(lines).hasSize(5);
        assertThat(lines.get(1))
                .contains("a_good")
                .contains("3.0000")
                .contains("two people")
                .contains("yes");
        assertThat(lines.get(2)).contains("c_too_few").contains("failed");
        assertThat(lines.get(3)).contains("e_good").contains("2.0000").contains("NO");
        assertThat(lines.get(4)).isEqualTo("c_too_few failed: nobody to count; wait until somebody comes");
    }

    @Test
    void writesTheNextVersionAndMarksAModelThatTheHubDoesNotScoreWith() throws InterruptedException {
        trainings().train(List.of("a_good"));
        trainings().train(List.of("a_good"));

        assertThat(home.resolve("registry/a_good/2/card.json")).exists();
        assertThat(home.resolve("registry/a_good/kind")).hasContent("counting");
    }

    @Test
    void keepsModelsOfAnotherKindOutOfAModelsFolder() throws IOException, InterruptedException {
        Files.createDirectories(home.resolve("registry/a_good/1"));
        Files.writeString(home.resolve("registry/a_good/kind"), "weighing\n");
        Files.createDirectories(home.resolve("registry/e_good/1"));

        List<TrainingResult> results = trainings().train(List.of("a_good", "e_good"));

        assertThat(results).noneMatch(TrainingResult::trained);
        assertThat(results.get(0).failure()).contains("weighing").contains("another name");
        assertThat(results.get(1).failure()).contains("mojo");
    }

    private Trainings trainings() {
        PrintWriter out = new PrintWriter(told, true);
        return new Trainings(
                models(),
                home.resolve("registry"),
                (model, output, champion) -> new TrainingRun(
                        model,
                        home.resolve("definitions"),
                        new HubDatabase(() -> {
                            throw new CommandFailure("counting needs no database");
                        }),
                        Instant.parse("2026-11-01T00:00:00Z"),
                        Optional.empty(),
                        home.resolve("scratch"),
                        output,
                        champion,
                        1,
                        Optional.empty(),
                        new TrainerProcess(home.resolve("trainer.jar")),
                        out),
                out);
    }

    private DefinedModels models() {
        return new DefinedModels(home.resolve("definitions"), new ModelKinds(List.of(new Counting())));
    }

    private void model(String name, String kind, String rest) throws IOException {
        Files.writeString(
                home.resolve("definitions/models").resolve(name + ".yaml"),
                "model: " + name + "\nkind: " + kind + "\n" + rest + "\n");
    }

    /** Counts people, and is judged by how many there are. */
    private static final class Counting implements ModelKind {
        @Override
        public Set<String> names() {
            return Set.of("counting");
        }

        @Override
        public String schema() {
            return "counting.schema.json";
        }

        @Override
        public boolean scoresProfiles() {
            return false;
        }

        @Override
        public void train(TrainingRun run) {
            int people = run.model().definition().content().path("people").asInt();
            if (people == 0) {
                throw new CommandFailure("nobody to count; wait until somebody comes");
            }
            try {
                Files.createDirectories(run.output());
                Files.writeString(run.output().resolve("card.html"), "<p>" + people + "</p>");
                Files.writeString(run.output().resolve("card.json"), """
                        {"model": "%s", "version": "%s", "digest": "sha256:0", "metrics": {"headline":
                          {"metric": "people", "value": %d, "rows": %d, "baseline": "two people", "baselineValue": 2}}}
                        """.formatted(
                                run.model().name(), run.output().getFileName(), people, people));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
