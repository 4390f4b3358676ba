package io.attune.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecipeInferenceTest {
    private static final int ROWS = 400;

    private final List<String> names = new ArrayList<>(List.of("label"));
    private final List<List<String>> columns = new ArrayList<>(List.of(cells(row -> String.valueOf(row % 2))));

    @Test
    void readsNumbersOfEveryStyle() {
        with("charges", row -> row % 50 == 0 ? "" : String.valueOf(row * 1.5));
        with("price", row -> "$1," + (100 + row % 700) + ".50");
        with("preis", row -> "1." + (100 + row % 700) + ",50");
        with("stray", row -> row == 7 ? "unclear" : String.valueOf(row % 90));
        with("question", row -> row % 3 == 0 ? "?" : String.valueOf(row % 90));

        Recipe recipe = infer(Set.of());

        assertThat(recipe.columns())
                .extracting(FrameColumn::name)
                .containsExactly("charges", "price", "preis", "stray", "question");
        assertThat(recipe.columns()).allMatch(NumberColumn.class::isInstance);
        assertThat(value(recipe, "price", 0)).isEqualTo(1100.5);
        assertThat(value(recipe, "preis", 3)).isEqualTo(1103.5);
        assertThat(value(recipe, "charges", 50)).isNaN();
        assertThat(value(recipe, "charges is missing", 50)).isEqualTo(1);
        assertThat(value(recipe, "stray", 7)).isNaN();
    }

    @Test
    void leavesOutWhatCannotBeLearnedFromAndSaysWhy() {
        with("customer_id", row -> "C" + row);
        with("number", row -> String.valueOf((row * 37) % ROWS + 1000));
        with("country", row -> "DE");
        with("nothing", row -> row % 2 == 0 ? "" : "NA");
        with("name", row -> "Person " + Integer.toHexString(row * 7919));
        with("comment", row -> "the customer with the number " + row / 2 + " said something");
        with("secret", row -> "x" + row % 3);
        with("age", row -> String.valueOf(18 + row % 60));

        Recipe recipe = infer(Set.of("secret"));

        assertThat(recipe.columns()).extracting(FrameColumn::name).containsExactly("age");
        assertThat(reason(recipe, "customer_id")).contains("identifier");
        assertThat(reason(recipe, "number")).contains("numbers its rows");
        assertThat(reason(recipe, "country")).contains("always DE");
        assertThat(reason(recipe, "nothing")).contains("empty");
        assertThat(reason(recipe, "name")).contains("a value of its own");
        assertThat(reason(recipe, "comment")).contains("free text");
        assertThat(reason(recipe, "secret")).contains("--ignore");
    }

    @Test
    void readsNumbersAsBookkeepersWriteThem() {
        with("swiss", row -> "CHF 1'" + (100 + row % 700) + ".50");
        with("blanks", row -> "1 " + (100 + row % 700) + ",25");
        with("owed", row -> row % 2 == 0 ? "(1,200.50)" : "$" + (row + 1));
        with("percent", row -> row % 100 + " %");
        with("minus", row -> "\u2212" + row % 90 + ".5");
        with("rupees", row -> "Rs. " + row % 90 + ".5");
        with("flight", row -> "LH" + row % 40);

        Recipe recipe = infer(Set.of());

        assertThat(value(recipe, "swiss", 1)).isEqualTo(1101.5);
        assertThat(value(recipe, "blanks", 2)).isEqualTo(1102.25);
        assertThat(value(recipe, "owed", 0)).isEqualTo(-1200.5);
        assertThat(value(recipe, "percent", 42)).isEqualTo(42);
        assertThat(value(recipe, "minus", 3)).isEqualTo(-3.5);
        assertThat(value(recipe, "rupees", 4)).isEqualTo(4.5);
        assertThat(levels(recipe, "flight")).hasSize(40);
    }

    @Test
    void readsDatesOfDigits() {
        with("compact", row -> "202405" + (10 + row % 20));
        with("seconds", row -> String.valueOf(1_700_000_000L + row * 100_000L));
        with("milliseconds", row -> row % 9 == 0 ? "" : 1_700_000_000_000L + row * 100_000L + ".0");
        with("short", row -> (1 + row % 12) + "/" + (1 + row % 28) + "/11 8:26");
        with("named", row -> "May " + (1 + row % 28) + ", 2024");
        with("evening", row -> (1 + row % 12) + "/" + (1 + row % 28) + "/2011 8:26 PM");

        Recipe recipe = infer(Set.of());

        assertThat(recipe.columns()).allMatch(DateColumn.class::isInstance);
        assertThat(value(recipe, "compact (month)", 0)).isEqualTo(5);
        assertThat(value(recipe, "seconds (day)", 0)).isEqualTo(19_675);
        assertThat(value(recipe, "short (month)", 13)).isEqualTo(2);
        assertThat(value(recipe, "named (weekday)", 0)).isEqualTo(3);
        assertThat(value(recipe, "evening (hour)", 0)).isEqualTo(20);
    }

    @Test
    void leavesOutCodesButNotWhatIsPaidOrMeasured() {
        with("account", row -> String.valueOf(4_000_000_000L + row * 7_919L * 1_013L));
        with("total_paid", row -> String.valueOf(row * 7 + 100));
        with("price_index", row -> row / 7.0 + 1.5 + "");

        Recipe recipe = infer(Set.of());

        assertThat(recipe.columns()).extracting(FrameColumn::name).containsExactly("total_paid", "price_index");
        assertThat(reason(recipe, "account")).contains("as many digits");
    }

    @Test
    void givesNoMarkTheNameOfAnotherColumn() {
        with("age", row -> row % 3 == 0 ? "" : String.valueOf(18 + row % 60));
        with("age is missing", row -> row % 3 == 0 ? "1" : "0");

        assertThat(infer(Set.of()).features()).extracting(Feature::name).doesNotHaveDuplicates();
    }

    @Test
    void keepsMeasurementsThatHappenToBeUnique() {
        with("amount", row -> String.valueOf(row * 13.37));
        with("cents", row -> String.valueOf((row * 7919L) % 1_000_003));

        assertThat(infer(Set.of()).columns()).hasSize(2);
    }

    @Test
    void readsDates() {
        with("joined", row -> "2024-0" + (1 + row % 9) + "-15");
        with("seen", row -> (1 + row % 28) + "/" + (1 + row % 12) + "/2023 13:30");
        with("stamp", row -> "2024-03-0" + (1 + row % 9) + "T0" + row % 10 + ":00:00Z");

        Recipe recipe = infer(Set.of());

        assertThat(recipe.columns()).allMatch(DateColumn.class::isInstance);
        assertThat(value(recipe, "joined (month)", 2)).isEqualTo(3);
        assertThat(value(recipe, "seen (hour)", 0)).isEqualTo(13);
        assertThat(value(recipe, "stamp (weekday)", 0)).isEqualTo(5);
    }

    @Test
    void keepsCommonLevelsAndCountsTheRestAsOther() {
        with("city", row -> row % 4 == 0 ? "rare " + row % 100 : row % 2 == 0 ? "Berlin" : "Paris");
        with("plan", row -> row % 10 == 0 ? "" : row % 2 == 0 ? "yes" : "no");
        with("zip", row -> "0" + (1000 + row % 20));

        Recipe recipe = infer(Set.of());

        assertThat(levels(recipe, "city")).containsExactly("Berlin", "Paris", "(other)");
        assertThat(levels(recipe, "plan")).containsExactly("no", "yes", "(missing)");
        assertThat(levels(recipe, "zip")).hasSize(20);
        double[] unknown = new double[1];
        recipe.columns().get(0).encode("Rome", unknown);
        assertThat(unknown[0]).isEqualTo(2);
        recipe.columns().get(1).encode("perhaps", unknown);
        assertThat(unknown[0]).isNaN();
    }

    @Test
    void isTheSameAfterItWasWrittenAndReadAgain() throws JsonProcessingException {
        with("age", row -> String.valueOf(18 + row % 60));
        with("joined", row -> "2024-0" + (1 + row % 9) + "-15");
        with("plan", row -> row % 2 == 0 ? "yes" : "no");
        Recipe recipe = infer(Set.of());
        ObjectMapper json = new ObjectMapper();

        Recipe read = json.readValue(json.writeValueAsString(recipe), Recipe.class);

        assertThat(read).isEqualTo(recipe);
        assertThat(read.encode(frame()).values().get(2))
                .isEqualTo(recipe.encode(frame()).values().get(2));
    }

    @Test
    void namesTheColumnsThatATableLacks() {
        with("age", row -> String.valueOf(18 + row % 60));
        Recipe recipe = infer(Set.of());
        names.set(1, "Age");

        assertThatThrownBy(() -> recipe.encode(frame()))
                .isInstanceOf(FrameException.class)
                .hasMessageContaining("lacks columns that the model was trained with: age");
    }

    private Recipe infer(Set<String> ignored) {
        return RecipeInference.infer(frame(), "label", ignored);
    }

    private FlatFrame frame() {
        return new FlatFrame(
                Path.of("frame.csv"),
                "UTF-8",
                ',',
                names,
                columns,
                LongStream.range(2, ROWS + 2).boxed().toList());
    }

    private void with(String name, IntFunction<String> cell) {
        names.add(name);
        columns.add(cells(cell));
    }

    private static List<String> cells(IntFunction<String> cell) {
        return IntStream.range(0, ROWS).mapToObj(cell).toList();
    }

    private double value(Recipe recipe, String feature, int row) {
        List<String> features = recipe.features().stream().map(Feature::name).toList();
        return recipe.encode(frame()).values().get(features.indexOf(feature))[row];
    }

    private static String reason(Recipe recipe, String column) {
        return recipe.dropped().stream()
                .filter(dropped -> dropped.name().equals(column))
                .map(DroppedColumn::reason)
                .findFirst()
                .orElse("kept");
    }

    private static List<String> levels(Recipe recipe, String column) {
        return recipe.features().stream()
                .filter(feature -> feature.name().equals(column))
                .findFirst()
                .orElseThrow()
                .levels();
    }
}
