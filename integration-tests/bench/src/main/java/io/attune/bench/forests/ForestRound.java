package io.attune.bench.forests;

import java.nio.file.Path;
import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark of {@link ForestBenchmark} once, each in a fresh JVM. */
record ForestRound(Collection<RunResult> results) {
    private static final String BYTES = "gc.alloc.rate.norm";
    private static final int WARM_UP = 3;
    private static final int MEASURED = 3;

    static ForestRound run(Path forests) {
        try {
            return new ForestRound(new Runner(new OptionsBuilder()
                            .include(ForestBenchmark.class.getSimpleName())
                            .jvmArgs("-Xmx512m", "-D" + ForestBenchmark.FOLDER + "=" + forests)
                            .forks(1)
                            .threads(1)
                            .warmupIterations(WARM_UP)
                            .warmupTime(TimeValue.seconds(1))
                            .measurementIterations(MEASURED)
                            .measurementTime(TimeValue.seconds(1))
                            .addProfiler(GCProfiler.class)
                            .verbosity(VerboseMode.SILENT)
                            .shouldFailOnError(true)
                            .build())
                    .run());
        } catch (RunnerException failed) {
            throw new IllegalStateException("the benchmark of forests failed", failed);
        }
    }

    double perSecond(String forest, String benchmark) {
        return result(forest, benchmark).getPrimaryResult().getScore();
    }

    /** Bytes that a score allocated on average. */
    @SuppressWarnings("rawtypes") // JMH's own signature.
    double bytes(String forest, String benchmark) {
        return result(forest, benchmark).getSecondaryResults().entrySet().stream()
                .filter(result -> result.getKey().endsWith(BYTES))
                .mapToDouble(result -> result.getValue().getScore())
                .findFirst()
                .orElseThrow();
    }

    private RunResult result(String forest, String benchmark) {
        return results.stream()
                .filter(result -> result.getParams().getParam("forest").equals(forest))
                .filter(result -> result.getParams().getBenchmark().endsWith("." + benchmark))
                .findFirst()
                .orElseThrow();
    }
}
