package io.attune.ingest.csv;

import io.attune.ingest.Original;
import io.attune.reject.Reject;
import java.util.List;

/** Some lines of a file: those that can be read, in groups that belong together, and those that cannot. Immutable. */
public record FilePage(List<Original> originals, List<Reject> flawed) {
    public FilePage {
        originals = List.copyOf(originals);
        flawed = List.copyOf(flawed);
    }
}
