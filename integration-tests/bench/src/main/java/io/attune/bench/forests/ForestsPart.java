package io.attune.bench.forests;

import io.attune.bench.Comparison;
import io.attune.bench.Part;
import io.attune.bench.Workbench;
import java.util.ArrayList;
import java.util.List;

/**
 * Bit vectors against {@code score0} and EasyPredict, by JMH and with its allocation profiler, on forests of 50 trees of depth
 * 5 and of 100 trees of depth 6; and before that the check that they compute the same.
 */
public final class ForestsPart implements Part {
    private static final List<String> MEASURED = List.of("gbm-50x5", "gbm-100x6");

    @Override
    public List<Comparison> measure(Workbench workbench) {
        workbench.progress().show("training forests", 0, 1);
        Forests forests = Forests.train(workbench);
        workbench.progress().show("training forests", 1, 1);
        new IdentityCheck(forests).run(workbench);
        List<ForestRound> rounds = new ArrayList<>();
        for (int turn = 0; turn < workbench.rounds(); turn++) {
            rounds.add(ForestRound.run(forests.folder()));
            workbench.progress().show("forests", turn + 1L, workbench.rounds());
        }
        List<Comparison> comparisons = new ArrayList<>();
        for (String forest : MEASURED) {
            comparisons.add(speed(forest, rounds, "score0"));
            comparisons.add(speed(forest, rounds, "easyPredict"));
            comparisons.add(new Comparison(
                    forest + " by bit vectors, allocated",
                    "B/score",
                    rounds.stream()
                            .map(round -> round.bytes(forest, "bitVectors"))
                            .toList(),
                    "`score0`",
                    rounds.stream().map(round -> round.bytes(forest, "score0")).toList()));
        }
        return comparisons;
    }

    private static Comparison speed(String forest, List<ForestRound> rounds, String baseline) {
        return new Comparison(
                forest + " by bit vectors",
                "scores/s",
                rounds.stream()
                        .map(round -> round.perSecond(forest, "bitVectors"))
                        .toList(),
                baseline.equals("score0") ? "`score0`" : "EasyPredict",
                rounds.stream().map(round -> round.perSecond(forest, baseline)).toList());
    }
}
