package io.attune.sandbox.population.live;

import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.person.People;
import io.attune.sandbox.population.person.Person;
import io.attune.sandbox.population.truth.PersonTruth;
import io.attune.sandbox.population.truth.Truth;
import java.util.Arrays;
import java.util.List;

/** Who comes by next: those who visit and buy more come more often, those who dropped out hardly ever. */
public final class Footfall {
    private final double[] cumulated;

    /**
     * Over the first people there are.
     *
     * @param truth tells who dropped out
     */
    public Footfall(People people, int size, Truth truth) {
        List<PersonTruth> known = truth.people();
        cumulated = new double[size];
        double sum = 0;
        for (int index = 0; index < size; index++) {
            Person person = people.person(index);
            boolean gone = known.get(index).droppedOutAt().isPresent();
            double interest = gone ? person.browsing().residual() : 1;
            double tills = person.buying().buys() && !gone ? tillRate(person) : 0;
            sum += interest * person.browsing().visitsPerDay() + tills;
            cumulated[index] = sum;
        }
    }

    int next(Dice dice) {
        double mark = dice.uniform() * cumulated[cumulated.length - 1];
        int found = Arrays.binarySearch(cumulated, mark);
        return Math.min(found < 0 ? -found - 1 : found + 1, cumulated.length - 1);
    }

    /** Purchases a day in shops. */
    static double tillRate(Person person) {
        return person.buying().customer().rate() * (1 - person.buying().onlineShare());
    }

    /** Purchases a day on the web. */
    static double onlineRate(Person person) {
        return person.buying().customer().rate() * person.buying().onlineShare();
    }
}
