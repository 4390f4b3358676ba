package io.attune.ingest;

import java.time.Duration;
import java.util.List;

/**
 * What the way in must know.
 *
 * @param strongestFirst kinds of identifiers, the strongest first ({@code identity.yaml})
 * @param triggerMaximumAge what happened longer ago is backfill and triggers nothing
 */
public record IngestSettings(IngestLimits limits, List<String> strongestFirst, Duration triggerMaximumAge) {
    public IngestSettings {
        strongestFirst = List.copyOf(strongestFirst);
    }

    IngestSettings with(List<String> order) {
        return new IngestSettings(limits, order, triggerMaximumAge);
    }
}
