package io.attune.bench;

import java.util.List;

/** One subject that can be measured by itself. */
public interface Part {
    /** Takes the rounds that the workbench asks for, in turns with the baseline, after one that does not count. */
    List<Comparison> measure(Workbench workbench);
}
