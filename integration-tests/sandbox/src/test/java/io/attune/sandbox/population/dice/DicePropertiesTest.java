package io.attune.sandbox.population.dice;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class DicePropertiesTest {
    @Property(tries = 200)
    void equalSeedsAndNamesGiveEqualDraws(@ForAll long seed, @ForAll String name, @ForAll long number) {
        assertThat(Dice.of(seed).split(name).split(number).next())
                .isEqualTo(Dice.of(seed).split(name).split(number).next());
    }

    @Property(tries = 200)
    void splittingDisturbsNothing(@ForAll long seed, @ForAll String name) {
        Dice split = Dice.of(seed);
        long unused = split.split(name).next();
        assertThat(split.next())
                .as("after a split that gave %s", unused)
                .isEqualTo(Dice.of(seed).next());
    }

    @Property(tries = 200)
    void namesTellStreamsApart(@ForAll long seed, @ForAll @StringLength(min = 1, max = 20) String name) {
        assertThat(Dice.of(seed).split(name).next())
                .isNotEqualTo(Dice.of(seed).split(name + "x").next());
    }

    @Property(tries = 200)
    void drawsStayInTheirRange(@ForAll long seed, @ForAll @IntRange(min = 1, max = 1_000_000) int bound) {
        Dice dice = Dice.of(seed);
        assertThat(dice.below(bound)).isBetween(0, bound - 1);
        assertThat(dice.uniform()).isBetween(0.0, Math.nextDown(1.0));
        assertThat(dice.weighted(0, 1, 0)).isEqualTo(1);
        assertThat(dice.hexadecimal(13)).matches("[0-9a-f]{13}");
    }
}
