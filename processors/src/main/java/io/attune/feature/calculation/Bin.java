package io.attune.feature.calculation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Into which of the ranges between fixed edges another feature falls: 1 below the first edge, and one more for each that it reaches. */
public record Bin(String feature, List<Double> edges) implements Calculation {

    public Bin {
        edges = List.copyOf(edges);
    }

    @Override
    public Optional<Object> of(Evidence evidence) {
        return evidence.number(feature)
                .map(value -> 1.0 + edges.stream().filter(edge -> value >= edge).count());
    }

    @Override
    public Set<String> features() {
        return Set.of(feature);
    }
}
