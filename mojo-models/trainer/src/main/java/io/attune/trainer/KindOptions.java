package io.attune.trainer;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What every trainer of a kind with a frame is told. */
public final class KindOptions {
    @Option(names = "--definition", required = true, description = "The model's definition (YAML)")
    public Path definition;

    @Option(names = "--frame", required = true, description = "The exported frame (CSV)")
    public Path frame;

    @Option(names = "--output", required = true, description = "The folder to write, such as registry/churn/2")
    public Path output;

    @Option(names = "--champion", description = "The folder of the version in use, to judge on the same rows")
    public Path champion;

    @Option(names = "--threads", defaultValue = "2", description = "Threads; equal models need an equal number")
    public int threads;

    @Option(names = "--seed", description = "Instead of the definition's")
    public Long seed;

    public long seed(long ofDefinition) {
        return seed == null ? ofDefinition : seed;
    }

    public String version() {
        return output.getFileName().toString();
    }
}
