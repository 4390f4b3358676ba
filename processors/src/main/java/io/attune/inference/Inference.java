package io.attune.inference;

import io.attune.inference.ModelMetadata.TensorMetadata;
import io.attune.scoring.ModelRegistry;
import io.attune.scoring.Scorer;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Answers the Open Inference Protocol with the versions that the registry has loaded. Thread-safe. */
public final class Inference {
    private static final int MOST_BYTES = 64 << 20;
    private static final int MOST_ELEMENTS = 2_000_000;
    private static final List<Integer> ANY_ROWS = List.of(-1);

    private final ModelRegistry registry;
    private final Supplier<String> release;

    /** @param release the hash of the release that the node runs */
    public Inference(ModelRegistry registry, Supplier<String> release) {
        this.registry = registry;
        this.release = release;
    }

    /** Whether every model of the registry has a version that scores. */
    public boolean isReady() {
        return registry.unserved().isEmpty();
    }

    /** Whether the model, and the version if one is named, scores. */
    public boolean isReady(String model, Optional<String> version) {
        return find(model, version).isPresent();
    }

    /**
     * What a model takes and gives.
     *
     * @throws InferenceException when there is no such model, or the version is not loaded
     */
    public ModelMetadata metadata(String model, Optional<String> version) {
        Scorer scorer = scorer(model, version);
        List<TensorMetadata> inputs = IntStream.range(0, scorer.inputs().size())
                .mapToObj(input -> new TensorMetadata(
                        scorer.inputs().get(input),
                        (scorer.isCategorical(input) ? Datatype.BYTES : Datatype.FP64).name(),
                        ANY_ROWS))
                .toList();
        return new ModelMetadata(
                model,
                versions(model),
                "h2o_mojo",
                inputs,
                List.of(
                        new TensorMetadata(ResponseWriter.SCORE, Datatype.FP64.name(), ANY_ROWS),
                        new TensorMetadata(ResponseWriter.REASON, Datatype.BYTES.name(), ANY_ROWS),
                        new TensorMetadata(ResponseWriter.IMPUTED, Datatype.BYTES.name(), ANY_ROWS)));
    }

    /**
     * Scores what a body holds.
     *
     * @return the answer, as JSON
     * @throws InferenceException when the request is not one that this model answers
     */
    public byte[] infer(String model, Optional<String> version, InputStream body) throws IOException {
        Scorer scorer = scorer(model, version);
        InferenceRequest request = new RequestReader(MOST_ELEMENTS).read(new BoundedBody(body, MOST_BYTES));
        request.outputs().stream()
                .filter(output -> !ResponseWriter.OUTPUTS.contains(output))
                .findFirst()
                .ifPresent(output -> {
                    throw InferenceException.badRequest(
                            "outputs: there is no " + output + "; the model gives " + ResponseWriter.OUTPUTS);
                });
        Answers answers = Answers.of(scorer, RowSource.of(scorer, request.inputs()));
        return ResponseWriter.write(request, scorer.card(), release.get(), answers);
    }

    private Scorer scorer(String model, Optional<String> version) {
        return find(model, version).orElseThrow(() -> {
            List<String> versions = versions(model);
            return InferenceException.notFound(
                    versions.isEmpty()
                            ? "there is no model " + model + " that scores; GET /v1/models lists what there is"
                            : "version " + version.orElse("") + " of " + model + " is not loaded; loaded are "
                                    + versions + ", the champion first, then the challengers");
        });
    }

    private Optional<Scorer> find(String model, Optional<String> version) {
        return version.isEmpty()
                ? registry.champion(model)
                : registry.loaded(model).stream()
                        .filter(scorer -> scorer.card().version().equals(version.get()))
                        .findFirst();
    }

    private List<String> versions(String model) {
        return new ArrayList<>(registry.loaded(model))
                .stream().map(scorer -> scorer.card().version()).toList();
    }
}
