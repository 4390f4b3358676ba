package io.attune.command.training;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Every kind of model that can be trained. */
public record ModelKinds(List<ModelKind> kinds) {
    public ModelKinds {
        kinds = List.copyOf(kinds);
    }

    public static ModelKinds all() {
        return new ModelKinds(List.of(
                FrameKind.vectors(),
                FrameKind.segments(),
                FrameKind.waiting(),
                new RecommendationKind(Clock.systemUTC()),
                new SendTimeKind(Clock.systemUTC())));
    }

    public Optional<ModelKind> named(String name) {
        return kinds.stream().filter(kind -> kind.names().contains(name)).findFirst();
    }

    /** In the order of the alphabet. */
    public List<String> names() {
        TreeSet<String> names = new TreeSet<>();
        kinds.forEach(kind -> names.addAll(kind.names()));
        return List.copyOf(names);
    }
}
