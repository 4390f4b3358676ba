package io.attune.command.training;

import io.attune.registry.Headline;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What came of a training.
 *
 * @param kind empty when the definition could not be read
 * @param version its folder; empty when nothing was trained
 * @param headline how good it is beside its baseline; empty when the card does not say, or nothing was trained
 * @param failure why nothing was trained; empty when something was
 */
public record TrainingResult(
        String model,
        String kind,
        Optional<Path> version,
        Optional<Headline> headline,
        String failure,
        double seconds) {

    static TrainingResult trained(DefinedModel model, Path version, Optional<Headline> headline, double seconds) {
        return new TrainingResult(model.name(), model.kindName(), Optional.of(version), headline, "", seconds);
    }

    static TrainingResult failed(String model, String reason, double seconds) {
        return new TrainingResult(model, "", Optional.empty(), Optional.empty(), reason, seconds);
    }

    public boolean trained() {
        return version.isPresent();
    }
}
