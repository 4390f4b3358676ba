package io.attune.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.evaluation.Point;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChartsTest {
    private static final String EVIL = "<script>alert(\"x\")</script>";

    @Test
    void drawsEachSeriesInAColourOfItsOwn() {
        assertThat(Charts.lines("Silhouette", "groups", "", List.of(series("all", 2, 0.3), series("own", 3, 0.4))))
                .contains("Silhouette", "curve c0", "curve c1", ">all<", ">own<");
        assertThat(Charts.clouds("Map", "", "", List.of(series("one", -1, 1), series("two", 2, 3))))
                .contains("speck c0", "speck c1", ">two<");
    }

    @Test
    void setsTheKeyBesideThePoints() {
        String map = Charts.clouds("Map", "", "", List.of(series("one", -1, 1), series("two", 2, 3)));

        assertThat(places(map, "<circle[^>]* cx=\"([0-9.]+)\"")).allMatch(x -> x < least(map));
        assertThat(places(Charts.lines("Loss", "", "", List.of(series("alone", 1, 1))), "key c"))
                .isEmpty();
    }

    @Test
    void writesNoMinusBeforeNothing() {
        assertThat(Page.number(-0.04, 1)).isEqualTo("0.0");
        assertThat(Page.number(-0.06, 1)).isEqualTo("-0.1");
        assertThat(Page.number(-1234.5, 1)).isEqualTo("-1,234.5");
        assertThat(Page.number(Double.NaN, 1)).isEqualTo("–");
    }

    private static double least(String map) {
        return places(map, "key c\\d\" x=\"([0-9.]+)\"").stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElseThrow();
    }

    private static List<Double> places(String svg, String pattern) {
        return Pattern.compile(pattern)
                .matcher(svg)
                .results()
                .map(found -> Double.valueOf(found.group(1)))
                .toList();
    }

    @Test
    void drawsAColumnForEachBarAndACellForEachValue() {
        assertThat(Charts.columns("Share", "group", "people", List.of(new Bar("1", 0.2), new Bar("2", 0.8)))
                        .split("<rect class=\"bar\"", -1))
                .hasSize(3);
        assertThat(Charts.heat("Week", List.of("Mon"), List.of("0", "1"), new double[][] {{0.1, 0.4}})
                        .split("<rect", -1))
                .hasSize(3);
    }

    @Test
    void escapesEveryText() {
        assertThat(all(EVIL, List.of(series(EVIL, 1, 1), series(EVIL, 2, 2)), List.of(new Bar(EVIL, 1))))
                .allSatisfy(svg -> assertThat(svg).doesNotContain("<script>").contains("&lt;script&gt;"));
    }

    @Test
    void drawsNothingFromNothing() {
        assertThat(all("none", List.of(), List.of()))
                .allSatisfy(svg -> assertThat(svg).contains("none").doesNotContain("NaN", "Infinity"));
    }

    private static List<String> all(String text, List<Series> series, List<Bar> bars) {
        return Stream.of(
                        Charts.lines(text, text, text, series),
                        Charts.clouds(text, text, text, series),
                        Charts.columns(text, text, text, bars),
                        Charts.heat(text, List.of(text), List.of(text), new double[][] {{1}}))
                .toList();
    }

    private static Series series(String name, double x, double y) {
        return new Series(name, List.of(new Point(x, y), new Point(x + 1, y)));
    }
}
