package io.attune.trainer;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which version to write, for trainers that have no definition; and what makes two of them equal. */
public final class VersionOptions {
    @Option(names = "--model", required = true, description = "The model's name")
    public String model;

    @Option(names = "--output", required = true, description = "The version's folder")
    public Path output;

    @Option(names = "--seed", defaultValue = "20260101", description = "Default: ${DEFAULT-VALUE}")
    public long seed;

    @Option(names = "--threads", defaultValue = "2", description = "Default: ${DEFAULT-VALUE}")
    public int threads;
}
