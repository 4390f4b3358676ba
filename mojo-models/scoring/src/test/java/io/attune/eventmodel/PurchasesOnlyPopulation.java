package io.attune.eventmodel;

import io.attune.lifetime.BgNbd;
import io.attune.lifetime.PurchaseHistory;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.GammaDistribution;

/** People of whom nothing but purchases is known, who buy exactly as BG/NBD says; so the best possible forecast is known. */
final class PurchasesOnlyPopulation {
    private static final double WEEK = 7 * 86_400;

    private final BgNbd truth;
    private final Instant start;
    private final double weeksKnown;
    private final double weeksAfter;
    private final Map<String, PurchaseHistory> histories = new HashMap<>();

    PurchasesOnlyPopulation(BgNbd truth, Instant start, double weeksKnown, double weeksAfter) {
        this.truth = truth;
        this.start = start;
        this.weeksKnown = weeksKnown;
        this.weeksAfter = weeksAfter;
    }

    /** Writes the log: person and time of each purchase, in the time that is known and after it. */
    void write(Path file, int people, long seed) throws IOException {
        Random random = new Random(seed);
        GammaDistribution rates = new GammaDistribution(truth.r(), 1 / truth.alpha());
        BetaDistribution dropOuts = new BetaDistribution(truth.a(), truth.b());
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.write("person,time\n");
            for (int person = 0; person < people; person++) {
                double rate = rates.inverseCumulativeProbability(random.nextDouble());
                double dropOut = dropOuts.inverseCumulativeProbability(random.nextDouble());
                write(writer, "p" + person, rate, dropOut, random);
            }
        }
    }

    /** The probability that a person is silent for some weeks, by the true parameters and the exact history. */
    double probabilityOfSilence(String person, double weeks) {
        return 1 - truth.probabilityOfPurchase(histories.get(person), weeks);
    }

    private void write(Writer writer, String person, double rate, double dropOut, Random random) throws IOException {
        double first = random.nextDouble() * weeksKnown * 0.9;
        double last = first;
        int repeats = -1;
        double next = first;
        while (next < weeksKnown + weeksAfter) {
            writer.write(person + "," + start.plusSeconds(Math.round(next * WEEK)) + "\n");
            if (next < weeksKnown) {
                repeats++;
                last = next;
            }
            boolean gone = next > first && random.nextDouble() < dropOut;
            next = gone ? Double.POSITIVE_INFINITY : next - Math.log(1 - random.nextDouble()) / rate;
        }
        histories.put(person, new PurchaseHistory(repeats, last - first, weeksKnown - first));
    }
}
