package io.attune.sandbox.training;

import io.attune.sandbox.population.Population;
import io.attune.sandbox.population.PopulationOptions;
import io.attune.sandbox.population.Progress;
import io.attune.sandbox.population.source.Entity;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Writes the logs from which recommendations and send times are learned, from simulated people, as a hub that recognized every
 * one of them would export them.
 */
@Command(
        name = "population-logs",
        description =
                "Writes recommendations.csv, recommendations-catalogue.csv and send_time.csv from simulated people.",
        mixinStandardHelpOptions = true)
public final class PopulationLogs implements Callable<Integer> {

    @Option(names = "--folder", required = true, description = "Where to write")
    private Path folder;

    @Option(names = "--seed", required = true, description = "Of the population")
    private long seed;

    @Option(names = "--people", defaultValue = "4000", description = "Default: ${DEFAULT-VALUE}")
    private int people;

    @Option(names = "--days", defaultValue = "545", description = "Length of the history (default ${DEFAULT-VALUE})")
    private int days;

    @Option(names = "--now", required = true, description = "When the history ends, such as 2026-11-01T00:00:00Z")
    private Instant now;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new PopulationLogs()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        write(Population.of(PopulationOptions.of(seed, people, days, now)), folder);
        return 0;
    }

    /** Writes the three files into a folder. */
    static void write(Population population, Path folder) throws IOException {
        LogRecorder recorder = new LogRecorder();
        population.writeHistory(recorder.sinks(), Progress.none());
        Map<Entity, String> persons = new HashMap<>();
        population.truth().entities().forEach((entity, person) -> {
            if (entity.namesSomebody()) {
                persons.put(entity, person);
            }
        });
        Files.createDirectories(folder);
        touches(recorder, persons, folder.resolve("recommendations.csv"));
        catalogue(population, folder.resolve("recommendations-catalogue.csv"));
        mails(recorder, persons, folder.resolve("send_time.csv"));
    }

    private static void touches(LogRecorder recorder, Map<Entity, String> persons, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("person,time,item,kind\n");
            for (LogRecorder.Touch touch : recorder.touches()) {
                if (persons.containsKey(touch.entity())) {
                    out.write(String.join(
                                    ",", persons.get(touch.entity()), touch.at().toString(), touch.item(), touch.kind())
                            + "\n");
                }
            }
        }
    }

    private static void catalogue(Population population, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("item,name,category,price\n");
            for (var item : population.catalogue().items()) {
                out.write(String.join(
                                ",",
                                item.id(),
                                "\"" + item.name().replace("\"", "\"\"") + "\"",
                                item.category(),
                                item.price().toPlainString())
                        + "\n");
            }
        }
    }

    private static void mails(LogRecorder recorder, Map<Entity, String> persons, Path file) throws IOException {
        Map<String, String> zones = new HashMap<>();
        persons.forEach((entity, person) -> {
            if (!recorder.zone(entity).isEmpty()) {
                zones.put(person, recorder.zone(entity));
            }
        });
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("person,zone,delivered,opened\n");
            for (LogRecorder.Mail mail : recorder.mails()) {
                String person = persons.get(mail.entity());
                if (person != null) {
                    out.write(String.join(
                                    ",",
                                    person,
                                    zones.getOrDefault(person, ""),
                                    mail.deliveredAt().toString(),
                                    mail.openedAt().map(Instant::toString).orElse(""))
                            + "\n");
                }
            }
        }
    }
}
