package io.attune.segment;

import java.util.List;
import java.util.Optional;

/** The segments of a release. */
public record SegmentDefinitions(List<Segment> segments) {

    public SegmentDefinitions {
        segments = List.copyOf(segments);
    }

    public Optional<Segment> find(String name) {
        return segments.stream().filter(segment -> segment.name().equals(name)).findFirst();
    }

    public List<String> names() {
        return segments.stream().map(Segment::name).toList();
    }
}
