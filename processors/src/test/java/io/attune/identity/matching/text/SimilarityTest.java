package io.attune.identity.matching.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityTest {
    @ParameterizedTest
    @CsvSource({
        "MARTHA, MARHTA, 0.961",
        "DWAYNE, DUANE, 0.840",
        "DIXON, DICKSONX, 0.813",
        "SHACKLEFORD, SHACKELFORD, 0.982",
        "NICHLESON, NICHULSON, 0.956",
        "JONES, JOHNSON, 0.832"
    })
    void isAsWinklerPublished(String left, String right, double similarity) {
        assertThat(JaroWinkler.similarity(left, right)).isCloseTo(similarity, within(0.001));
    }

    @Test
    void countsANeighbourSwapOnce() {
        assertThat(EditDistance.bounded("smith", "simth", 2)).isEqualTo(1);
        assertThat(EditDistance.bounded("smith", "smyth", 2)).isEqualTo(1);
        assertThat(EditDistance.bounded("smith", "smiths", 2)).isEqualTo(1);
        assertThat(EditDistance.bounded("smith", "jones", 2)).isEqualTo(3);
        assertThat(LetterBag.distance("connolly", "ynnolloc")).isZero();
    }

    @Property
    void doesNotDependOnTheSide(
            @ForAll @AlphaChars @StringLength(max = 12) String left,
            @ForAll @AlphaChars @StringLength(max = 12) String right) {
        assertThat(JaroWinkler.similarity(left, right))
                .isBetween(0.0, 1.0)
                .isCloseTo(JaroWinkler.similarity(right, left), within(0.1));
        assertThat(EditDistance.bounded(left, right, 20)).isEqualTo(EditDistance.bounded(right, left, 20));
        assertThat(LetterBag.distance(left, right)).isEqualTo(LetterBag.distance(right, left));
    }

    @Property
    void boundsCutNothingElseOfTextsThatResemble(
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 7) String left,
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 7) String right) {
        int distance = EditDistance.bounded(left, right, 20);

        for (int bound = 0; bound <= 3; bound++) {
            assertThat(EditDistance.bounded(left, right, bound)).isEqualTo(Math.min(bound + 1, distance));
        }
    }

    @Property
    void boundsCutNothingElse(
            @ForAll @AlphaChars @StringLength(max = 8) String left,
            @ForAll @AlphaChars @StringLength(max = 8) String right) {
        int distance = EditDistance.bounded(left, right, 20);

        assertThat(EditDistance.bounded(left, right, 2)).isEqualTo(Math.min(3, distance));
        assertThat(LetterBag.distance(left, right)).isLessThanOrEqualTo(distance);
    }
}
