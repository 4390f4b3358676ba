package io.attune.sandbox.population.evaluation;

import io.attune.sandbox.population.source.Entity;
import io.attune.sandbox.population.truth.PersonTruth;
import io.attune.sandbox.population.truth.Truth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Judges churn scores against what people really do: a person with at least one purchase by now churns if they make
 * none in the next 90 days.
 */
public final class ChurnEvaluation {
    private final Truth truth;
    private final List<PersonTruth> buyers;

    /**
     * Evaluates over some of the people.
     *
     * @param included by person id; for example those that the training did not see
     */
    public ChurnEvaluation(Truth truth, Predicate<String> included) {
        this.truth = truth;
        this.buyers = truth.people().stream()
                .filter(person -> person.purchases() > 0 && included.test(person.person()))
                .toList();
    }

    public ChurnEvaluation(Truth truth) {
        this(truth, person -> true);
    }

    /** The part of the buyers that churns. */
    public double churnRate() {
        return buyers.stream()
                .mapToInt(person -> person.churns() ? 1 : 0)
                .average()
                .orElse(0);
    }

    /**
     * Of the buyers that have a score.
     *
     * @param scoreByPerson higher for those who are more likely to churn
     */
    public OptionalDouble auc(Map<String, Double> scoreByPerson) {
        List<PersonTruth> scored = buyers.stream()
                .filter(person -> scoreByPerson.containsKey(person.person()))
                .toList();
        return auc(scored, person -> scoreByPerson.get(person.person()));
    }

    /**
     * Of the same buyers, scored by the time since their last purchase alone. It knows every purchase, those that the
     * hub cannot attribute included, so it is the hardest such baseline.
     */
    public OptionalDouble recencyAuc(Map<String, Double> scoreByPerson) {
        List<PersonTruth> scored = buyers.stream()
                .filter(person -> scoreByPerson.containsKey(person.person()))
                .toList();
        return auc(scored, ChurnEvaluation::recency);
    }

    /** How many of the buyers have no score. */
    public long unscored(Map<String, Double> scoreByPerson) {
        return buyers.stream()
                .filter(person -> !scoreByPerson.containsKey(person.person()))
                .count();
    }

    /**
     * Turns scores of profiles into scores of people: a person takes the score of the profile that holds most of their
     * entities, among those that have a score.
     */
    public <P extends Comparable<P>> Map<String, Double> byPerson(
            Map<Entity, P> profileByEntity, Map<P, Double> scoreByProfile) {
        Map<String, Map<P, Integer>> held = new HashMap<>();
        profileByEntity.forEach((entity, profile) -> truth.personBehind(entity)
                .filter(person -> scoreByProfile.containsKey(profile))
                .ifPresent(person ->
                        held.computeIfAbsent(person, key -> new TreeMap<>()).merge(profile, 1, Integer::sum)));
        Map<String, Double> scores = new HashMap<>();
        held.forEach((person, profiles) -> profiles.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .ifPresent(profile -> scores.put(person, scoreByProfile.get(profile.getKey()))));
        return scores;
    }

    private static OptionalDouble auc(List<PersonTruth> people, ToDoubleFunction<PersonTruth> score) {
        double[] scores = people.stream().mapToDouble(score).toArray();
        boolean[] churns = new boolean[people.size()];
        for (int index = 0; index < churns.length; index++) {
            churns[index] = people.get(index).churns();
        }
        return Auc.of(scores, churns);
    }

    private static double recency(PersonTruth person) {
        return -person.lastPurchaseAt().orElseThrow().toEpochMilli();
    }
}
