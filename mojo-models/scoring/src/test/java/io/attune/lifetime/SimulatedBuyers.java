package io.attune.lifetime;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.GammaDistribution;

/** People who buy exactly as BG/NBD and Gamma–Gamma say. */
final class SimulatedBuyers {
    private SimulatedBuyers() {}

    static List<PurchaseHistory> histories(BgNbd truth, int people, double longest, RandomGenerator random) {
        GammaDistribution rates = new GammaDistribution(truth.r(), 1 / truth.alpha());
        BetaDistribution dropOuts = new BetaDistribution(truth.a(), truth.b());
        return IntStream.range(0, people)
                .mapToObj(person -> history(
                        rates.inverseCumulativeProbability(random.nextDouble()),
                        dropOuts.inverseCumulativeProbability(random.nextDouble()),
                        longest * (0.5 + random.nextDouble() / 2),
                        random))
                .toList();
    }

    static List<SpendHistory> spends(GammaGamma truth, int people, RandomGenerator random) {
        GammaDistribution scales = new GammaDistribution(truth.q(), 1 / truth.gamma());
        return IntStream.range(0, people)
                .mapToObj(person -> {
                    int purchases = 1 + random.nextInt(8);
                    double scale = scales.inverseCumulativeProbability(random.nextDouble());
                    GammaDistribution mean = new GammaDistribution(truth.p() * purchases, 1 / (scale * purchases));
                    return new SpendHistory(purchases, mean.inverseCumulativeProbability(random.nextDouble()));
                })
                .toList();
    }

    private static PurchaseHistory history(double rate, double dropOut, double age, RandomGenerator random) {
        int repeats = 0;
        double last = 0;
        double next = -Math.log(1 - random.nextDouble()) / rate;
        while (next < age) {
            repeats++;
            last = next;
            if (random.nextDouble() < dropOut) {
                break;
            }
            next += -Math.log(1 - random.nextDouble()) / rate;
        }
        return new PurchaseHistory(repeats, last, age);
    }
}
