package io.attune.feature.calculation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Several bins in one category, such as 5-3-4; empty when one is missing. */
public record Cell(List<String> of) implements Calculation {

    public Cell {
        of = List.copyOf(of);
    }

    @Override
    public Optional<Object> of(Evidence evidence) {
        if (of.stream().anyMatch(feature -> evidence.value(feature).isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(of.stream()
                .map(feature -> text(evidence.value(feature).orElseThrow()))
                .collect(Collectors.joining("-")));
    }

    private static String text(Object value) {
        return value instanceof Double number && number == Math.rint(number)
                ? Long.toString(number.longValue())
                : value.toString();
    }

    @Override
    public Set<String> features() {
        return Set.copyOf(of);
    }

    @Override
    public boolean categorical() {
        return true;
    }
}
