package io.attune.feature;

import io.attune.feature.calculation.Population;
import io.attune.lifetime.BgNbd;
import io.attune.lifetime.GammaGamma;
import io.attune.lifetime.LifetimeModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The definitions that ship, and beside them every aggregation of the language, and a population for those that need one. */
final class EveryAggregation {

    private static final Path SHIPPED = Path.of("../mojo-models/definitions");

    private EveryAggregation() {}

    static FeatureDefinitions definitions() {
        try {
            Path folder = Files.createTempDirectory("every-aggregation");
            for (String part : List.of("features", "schemas")) {
                Files.createDirectories(folder.resolve(part));
                try (Stream<Path> files = Files.list(SHIPPED.resolve(part))) {
                    for (Path file : files.toList()) {
                        Files.copy(file, folder.resolve(part).resolve(file.getFileName()));
                    }
                }
            }
            try (var every = EveryAggregation.class.getResourceAsStream("every-aggregation.yaml")) {
                Files.copy(every, folder.resolve("features/every-aggregation.yaml"));
            }
            return FeatureDefinitionReader.read(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Surveyed before the moment of {@link RandomActivities}. */
    static Population population() {
        return new Population(
                0,
                RandomActivities.NOW.minus(Duration.ofHours(13)),
                Map.of(
                        "days_since_last_order/5", List.of(3.0, 20.0, 60.0, 150.0),
                        "orders_365d/5", List.of(0.0, 1.0, 2.0, 5.0),
                        "revenue_365d/10", List.of(0.0, 100.0, 500.0, 900.0, 1500.0, 3000.0, 5000.0, 8000.0, 11000.0)),
                Map.of(
                        "orders",
                        new LifetimeModel(
                                new BgNbd(0.2426, 4.4135, 0.7929, 2.4258),
                                Optional.of(new GammaGamma(6.25, 3.74, 15.44)))));
    }
}
