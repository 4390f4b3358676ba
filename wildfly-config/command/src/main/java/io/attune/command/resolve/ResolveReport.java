package io.attune.command.resolve;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.attune.command.CommandFailure;
import io.attune.identity.matching.Learned;
import io.attune.identity.matching.PairQuality;
import io.attune.identity.matching.PersonTable;
import io.attune.identity.matching.ResolvedTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The report of {@code --report}.
 *
 * @param truePairs pairs of rows that are one person, where the truth is known
 * @param foundPairs pairs of rows in one cluster, of the joins that are sure
 * @param seconds from start to end, reading included
 * @param learned what the file taught, without labels
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ResolveReport(
        int rows,
        long comparedPairs,
        Optional<Long> truePairs,
        long foundPairs,
        Part sure,
        Part withReview,
        double seconds,
        Learned learned) {
    /** The quality at one threshold; precision, recall and F1 only where the truth is known. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Part(
            long foundPairs,
            Optional<Long> rightPairs,
            Optional<Double> precision,
            Optional<Double> recall,
            Optional<Double> f1) {
        static Part of(PairQuality quality, boolean known) {
            Optional<PairQuality> told = Optional.of(quality).filter(unused -> known);
            return new Part(
                    quality.foundPairs(),
                    told.map(PairQuality::rightPairs),
                    told.map(PairQuality::precision),
                    told.map(PairQuality::recall),
                    told.map(PairQuality::f1));
        }

        private String line(String name) {
            String measured = precision.isEmpty()
                    ? ""
                    : String.format(
                            Locale.ROOT,
                            ", precision %.4f, recall %.4f, F1 %.4f",
                            precision.orElseThrow(),
                            recall.orElseThrow(),
                            f1.orElseThrow());
            return String.format(Locale.ROOT, "%-12s %,d pairs%s", name, foundPairs, measured);
        }
    }

    static ResolveReport of(PersonTable table, ResolvedTable resolved, Optional<List<String>> truth, double seconds) {
        List<String> people = truth.orElse(Collections.nCopies(table.size(), ""));
        PairQuality sure = PairQuality.of(resolved.clusters(), people, table.firstFile());
        PairQuality withReview = PairQuality.of(resolved.clustersWithReview(), people, table.firstFile());
        return new ResolveReport(
                table.size(),
                resolved.comparedPairs(),
                truth.map(unused -> sure.truePairs()),
                sure.foundPairs(),
                Part.of(sure, truth.isPresent()),
                Part.of(withReview, truth.isPresent()),
                Math.round(seconds * 1000) / 1000.0,
                resolved.learned());
    }

    void write(Path file) {
        try {
            new ObjectMapper()
                    .registerModule(new com.fasterxml.jackson.datatype.jdk8.Jdk8Module())
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValue(file.toFile(), this);
        } catch (IOException failed) {
            throw new CommandFailure("cannot write " + file + ": " + failed.getMessage(), failed);
        }
    }

    /** What a person at the terminal reads. */
    Stream<String> lines() {
        return Stream.of(
                String.format(Locale.ROOT, "%,d rows, %,d pairs compared in %.1f s", rows, comparedPairs, seconds),
                sure.line("sure"),
                withReview.line("with review"));
    }
}
