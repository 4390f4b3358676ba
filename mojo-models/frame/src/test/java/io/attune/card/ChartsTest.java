package io.attune.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.evaluation.Point;
import java.util.List;
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
