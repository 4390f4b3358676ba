package io.attune.recommendation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Matrix factorization of implicit feedback by alternating least squares (Hu, Koren &amp; Volinsky 2008): people and items
 * become short vectors, whose product is near 1 where something was bought, the more surely the more often.
 */
final class Factors implements Component {
    private static final int FACTORS = 48;
    private static final double CONFIDENCE = 10;
    private static final double PENALTY = 20;
    private static final int ROUNDS = 8;
    /** More people hardly move the items' vectors. */
    private static final int MOST_PEOPLE = 10_000;

    private final double[][] items;
    private final LeastSquares ofItems;

    Factors(Purchases purchases, long seed) {
        List<Map<Integer, Double>> people = people(purchases);
        List<Map<Integer, Double>> buyers = buyers(purchases.items(), people);
        items = random(purchases.items(), new Random(seed));
        double[][] persons = new double[people.size()][];
        for (int round = 0; round < ROUNDS; round++) {
            LeastSquares solvePerson = new LeastSquares(items, FACTORS, PENALTY);
            for (int person = 0; person < persons.length; person++) {
                persons[person] = solvePerson.solve(people.get(person));
            }
            LeastSquares solveItem = new LeastSquares(persons, FACTORS, PENALTY);
            for (int item = 0; item < items.length; item++) {
                items[item] = solveItem.solve(buyers.get(item));
            }
        }
        ofItems = new LeastSquares(items, FACTORS, PENALTY);
    }

    /** From items' vectors that were learned before. */
    Factors(double[][] items) {
        this.items = items;
        ofItems = new LeastSquares(items, FACTORS, PENALTY);
    }

    @Override
    public String name() {
        return "matrix factorization, " + FACTORS + " factors";
    }

    /** For a version's folder. */
    ItemFactors stored() {
        double[][] rounded = new double[items.length][FACTORS];
        for (int item = 0; item < items.length; item++) {
            for (int factor = 0; factor < FACTORS; factor++) {
                rounded[item][factor] = Floats.rounded(items[item][factor]);
            }
        }
        return new ItemFactors(rounded);
    }

    @Override
    public void score(Basket basket, float[] scores) {
        double[] person = ofItems.solve(confidences(basket));
        for (int item = 0; item < items.length; item++) {
            double product = 0;
            for (int factor = 0; factor < FACTORS; factor++) {
                product += person[factor] * items[item][factor];
            }
            scores[item] += (float) Math.max(0, product);
        }
    }

    private static List<Map<Integer, Double>> people(Purchases purchases) {
        int step = Math.max(1, purchases.baskets().size() / MOST_PEOPLE);
        List<Map<Integer, Double>> people = new ArrayList<>();
        for (int person = 0; person < purchases.baskets().size(); person += step) {
            people.add(confidences(purchases.baskets().get(person)));
        }
        return people;
    }

    private static List<Map<Integer, Double>> buyers(int itemCount, List<Map<Integer, Double>> people) {
        List<Map<Integer, Double>> buyers = new ArrayList<>();
        for (int item = 0; item < itemCount; item++) {
            buyers.add(new HashMap<>());
        }
        for (int person = 0; person < people.size(); person++) {
            int number = person;
            people.get(person).forEach((item, confidence) -> buyers.get(item).put(number, confidence));
        }
        return buyers;
    }

    private static Map<Integer, Double> confidences(Basket basket) {
        Map<Integer, Double> times = new HashMap<>();
        basket.items().forEach(item -> times.merge(item, 1.0, Double::sum));
        times.replaceAll((item, count) -> CONFIDENCE * Math.log1p(count));
        return times;
    }

    private static double[][] random(int count, Random random) {
        double[][] vectors = new double[count][FACTORS];
        for (double[] vector : vectors) {
            for (int factor = 0; factor < FACTORS; factor++) {
                vector[factor] = 0.05 * random.nextGaussian();
            }
        }
        return vectors;
    }
}
