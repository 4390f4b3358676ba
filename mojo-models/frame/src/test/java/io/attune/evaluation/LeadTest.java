package io.attune.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LeadTest {

    @Test
    void isTheDifferenceOfTheAreas() {
        Rows rows = Rows.of(400, 1, 1.0, 5);
        assertThat(rows.lead().value())
                .isCloseTo(
                        AreaUnderCurve.roc(rows.scores, rows.labels) - AreaUnderCurve.roc(rows.others, rows.labels),
                        within(1e-12));
    }

    @Test
    void isBeyondChanceWhereOneRankingKnowsMore() {
        Lead lead = Rows.of(2_000, 1, 1.0, 5).lead();
        assertThat(lead.mayBeChance()).isFalse();
        assertThat(lead.value()).isBetween(lead.low(), lead.high());
    }

    @Test
    void mayBeChanceWhereBothKnowNothing() {
        int chance = 0;
        for (int seed = 0; seed < 40; seed++) {
            chance += Rows.of(200, 1, 0, seed).lead().mayBeChance() ? 1 : 0;
        }
        // One in forty is to be expected on this side.
        assertThat(chance).isGreaterThanOrEqualTo(36);
    }

    @Test
    void isLessCertainWhenTheRowsAreOfFewPeople() {
        Lead many = Rows.of(800, 1, 0.5, 9).lead();
        Lead few = Rows.of(800, 40, 0.5, 9).lead();
        assertThat(few.high() - few.low()).isGreaterThan(1.5 * (many.high() - many.low()));
    }

    @Test
    void ofOneLabelOnlySaysNothing() {
        Lead lead = Lead.of(new double[] {1, 2}, new double[] {2, 1}, new boolean[] {true, true}, new int[] {0, 1}, 1);
        assertThat(lead.value()).isNaN();
        assertThat(lead.mayBeChance()).isTrue();
    }

    @Test
    void equalSeedsGiveEqualBounds() {
        assertThat(Rows.of(100, 1, 0.5, 3).lead())
                .isEqualTo(Rows.of(100, 1, 0.5, 3).lead());
    }

    @SuppressWarnings("ArrayRecordComponent") // made once and never compared
    private record Rows(double[] scores, double[] others, boolean[] labels, int[] people) {

        /** Rows of people who have {@code each} alike; the first ranking knows the label as far as {@code knowing} says. */
        static Rows of(int count, int each, double knowing, long seed) {
            Random random = new Random(seed);
            Rows rows = new Rows(new double[count], new double[count], new boolean[count], new int[count]);
            for (int row = 0; row < count; row++) {
                rows.people[row] = row / each;
                boolean first = row % each == 0;
                rows.labels[row] = first ? random.nextBoolean() : rows.labels[row - 1];
                double known = rows.labels[row] ? knowing : 0;
                rows.scores[row] = first ? known + random.nextGaussian() : rows.scores[row - 1];
                rows.others[row] = first ? random.nextGaussian() : rows.others[row - 1];
            }
            return rows;
        }

        Lead lead() {
            return Lead.of(scores, others, labels, people, 7);
        }
    }
}
