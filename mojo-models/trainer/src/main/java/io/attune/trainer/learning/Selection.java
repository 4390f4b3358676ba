package io.attune.trainer.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The choice among candidates: every learner alone, and the stack of all.
 *
 * @param learners of the chosen one, one or more
 * @param outOfFold what these said
 * @param calibrated what the chosen one says out of fold, as it will be served
 */
public record Selection(
        Candidate chosen,
        List<Candidate> candidates,
        List<Learner> learners,
        List<OutOfFold> outOfFold,
        OutOfFold calibrated) {
    private static final String STACK = "stack";

    /** Chooses by the mean area under the curve over all folds. */
    public static Selection of(List<Learner> learners, CrossValidation validation, Table table) {
        return of(learners, validation, table, 0);
    }

    /**
     * The same, but a stack must be better than every single learner by so much.
     *
     * @param gain in area under the curve
     */
    public static Selection of(List<Learner> learners, CrossValidation validation, Table table, double gain) {
        List<OutOfFold> alone = validation.run(learners);
        List<Selection> options = new ArrayList<>();
        for (int index = 0; index < learners.size(); index++) {
            OutOfFold one = alone.get(index);
            options.add(option(one.name(), List.of(learners.get(index)), List.of(one), validation, table));
        }
        if (learners.size() > 1 && gain < Double.POSITIVE_INFINITY) {
            options.add(option(STACK, learners, alone, validation, table));
        }
        List<Candidate> candidates = options.stream()
                .map(Selection::chosen)
                .sorted(Comparator.comparingDouble(Candidate::auc).reversed())
                .toList();
        Selection best = options.stream()
                .max(Comparator.comparingDouble(option ->
                        option.chosen().auc() - (option.chosen().name().equals(STACK) ? gain : 0)))
                .orElseThrow();
        return new Selection(best.chosen(), candidates, best.learners(), best.outOfFold(), best.calibrated());
    }

    private static Selection option(
            String name, List<Learner> learners, List<OutOfFold> members, CrossValidation validation, Table table) {
        OutOfFold calibrated = validation.stacked(name, members);
        double auc = calibrated.aucPerFold(table, validation.repeats()).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
        double seconds = members.stream().mapToDouble(OutOfFold::seconds).sum();
        Candidate candidate = new Candidate(
                name, parameters(learners), auc, calibrated.judge(table).logLoss(), seconds);
        return new Selection(candidate, List.of(), learners, members, calibrated);
    }

    private static Map<String, Learner> parameters(List<Learner> learners) {
        Map<String, Learner> parameters = new TreeMap<>();
        learners.forEach(learner -> parameters.put(learner.name(), learner));
        return parameters;
    }
}
