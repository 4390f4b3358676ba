package io.attune.sandbox.training;

import io.attune.feature.FeatureDefinitionReader;
import io.attune.feature.FeatureDefinitions;
import io.attune.feature.FrameSummary;
import io.attune.feature.FrameWriter;
import io.attune.feature.HistoricActivity;
import io.attune.feature.ModelDefinition;
import io.attune.sandbox.population.Population;
import io.attune.sandbox.population.PopulationOptions;
import io.attune.sandbox.population.truth.PersonTruth;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Writes the frame of a model from simulated people, as a hub that recognized every one of them would export it. The model
 * that comes with Attune is trained on such a frame.
 */
@Command(
        name = "population-frame",
        description = "Writes a model's training frame from simulated people.",
        mixinStandardHelpOptions = true)
public final class PopulationFrame implements Callable<Integer> {

    @Option(names = "--definitions", required = true, description = "The folder mojo-models/definitions")
    private Path definitions;

    @Option(names = "--model", defaultValue = "churn", description = "The model (default ${DEFAULT-VALUE})")
    private String model;

    @Option(names = "--frame", required = true, description = "The file to write (CSV)")
    private Path frame;

    @Option(names = "--seed", required = true, description = "Of a population; may be given several times")
    private List<Long> seeds;

    @Option(names = "--people", defaultValue = "4000", description = "In each population (default ${DEFAULT-VALUE})")
    private int people;

    @Option(names = "--days", defaultValue = "545", description = "Length of the history (default ${DEFAULT-VALUE})")
    private int days;

    @Option(names = "--now", required = true, description = "When the history ends, such as 2026-11-01T00:00:00Z")
    private Instant now;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new PopulationFrame()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        FeatureDefinitions features = FeatureDefinitionReader.read(definitions);
        ModelDefinition definition = ModelDefinition.read(definitions, model, features);
        try (FrameWriter writer = new FrameWriter(definition, features, now, frame)) {
            for (long seed : seeds) {
                add(writer, seed);
            }
            FrameSummary summary = writer.summary();
            System.out.printf(
                    "%s: %d rows of %d people, %d positive%n",
                    frame, summary.rows(), summary.people(), summary.positives());
        }
        return 0;
    }

    private void add(FrameWriter writer, long seed) {
        Population population = Population.of(PopulationOptions.of(seed, people, days, now));
        Map<String, List<HistoricActivity>> histories = Histories.of(population);
        for (PersonTruth person : population.truth().people()) {
            writer.add(
                    seed + "-" + person.person(),
                    person.traits().getOrDefault("group", ""),
                    histories.getOrDefault(person.person(), List.of()));
        }
    }
}
