package io.attune.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.eventlog.ColumnMapping;
import io.attune.eventlog.EventLog;
import io.attune.eventlog.EventLogException;
import io.attune.eventlog.EventLogReader;
import io.attune.eventlog.Horizon;
import io.attune.eventlog.Moment;
import io.attune.scoring.ModelException;
import io.attune.scoring.ModelFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop of two departments whose customers keep to one of them, and an item of each that nobody bought yet. */
class ShopRecommenderTest {
    private static final Horizon HORIZON = new Horizon(30);
    private static final Moment END = Moment.parse("2024-05-29");
    private static final int DAY = END.day();
    private static final int ITEMS = 20;

    private static TrainedShop trained;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train(@TempDir Path files) throws IOException {
        trained = new ShopTraining(log(files, 150), catalogue(), HORIZON, progress -> {}).learn(END);
    }

    @Test
    void beatsPopularityWithAndWithoutWhatOneBoughtBefore() {
        RecommendationJudgement judgement = trained.judgement();

        assertThat(judgement.people()).isGreaterThan(100);
        assertThat(judgement.precisionAt10()).isGreaterThan(judgement.baselinePrecisionAt10() + 0.02);
        assertThat(judgement.precisionAt10NewItems()).isGreaterThan(judgement.baselinePrecisionAt10NewItems() + 0.01);
    }

    @Test
    void statesAWeightForEachComponentThatWasJudged() {
        for (Task task : Task.values()) {
            assertThat(trained.weights().get(task).keySet())
                    .isEqualTo(trained.judgement().components().get(task).keySet());
        }
    }

    @Test
    void recommendsFromTheDepartmentOfWhatOneBought() {
        List<Suggestion> suggestions = trained.recommender()
                .recommend(List.of(bought("tea1"), bought("tea2")), Task.NEW_ITEMS_ONLY, 5, item -> true);

        assertThat(suggestions).hasSize(5).allMatch(each -> each.item().startsWith("tea"));
        assertThat(suggestions).extracting(Suggestion::item).doesNotContain("tea1", "tea2");
        assertThat(suggestions.get(0).score()).isEqualTo(1);
        assertThat(suggestions)
                .extracting(Suggestion::score)
                .isSortedAccordingTo((left, right) -> Double.compare(right, left));
    }

    @Test
    void leavesOutWhatIsNotAvailable() {
        List<Suggestion> suggestions = trained.recommender()
                .recommend(List.of(bought("tea1")), Task.WITH_REPURCHASE, 10, item -> item.endsWith("3"));

        assertThat(suggestions).isNotEmpty().allMatch(each -> each.item().endsWith("3"));
    }

    @Test
    void showsToAStrangerWhatIsPopular() {
        assertThat(trained.recommender().recommend(List.of(), Task.NEW_ITEMS_ONLY, 5, item -> true))
                .hasSize(5)
                .allMatch(each -> each.basis() == Basis.POPULAR);
    }

    @Test
    void passesOverItemsThatItDoesNotKnow() {
        assertThat(trained.recommender().recommend(List.of(bought("gone")), Task.NEW_ITEMS_ONLY, 3, item -> true))
                .hasSize(3);
        assertThat(trained.recommender().similar("gone", 3, item -> true)).isEmpty();
    }

    @Test
    void knowsWhatAnItemThatNobodyBoughtYetIsLike() {
        assertThat(trained.recommender().similar("cold-cup", 5, item -> true))
                .hasSize(5)
                .allMatch(each -> each.item().startsWith("cup") && each.basis() == Basis.ALIKE);
    }

    @Test
    void recommendsAnItemThatNobodyBoughtYetToWhoBuysTheLikeOfIt() {
        assertThat(trained.recommender()
                        .recommend(
                                List.of(bought("cup1"), bought("cup2")),
                                Task.NEW_ITEMS_ONLY,
                                1,
                                item -> item.startsWith("cold")))
                .extracting(Suggestion::item)
                .containsExactly("cold-cup");
    }

    @Test
    void findsNearItemsAmongThoseThatTheSamePeopleBuy() {
        List<Suggestion> similar = trained.recommender().similar("cup4", 5, item -> !item.equals("cup5"));

        assertThat(similar).hasSize(5).allMatch(each -> each.item().startsWith("cup"));
        assertThat(similar).extracting(Suggestion::item).doesNotContain("cup4", "cup5");
    }

    @Test
    void saysTheSameWhenItWasWrittenAndLoadedAgain() throws IOException {
        write(trained.json(), ModelFile.digest(trained.json()));

        List<ItemTouch> history = List.of(bought("tea1"), new ItemTouch("tea9", DAY, false));

        assertThat(ShopRecommender.load(folder).recommend(history, Task.NEW_ITEMS_ONLY, 10, item -> true))
                .isEqualTo(trained.recommender().recommend(history, Task.NEW_ITEMS_ONLY, 10, item -> true));
    }

    @Test
    void refusesAFileThatIsNotTheCards() throws IOException {
        write(trained.json(), ModelFile.digest(new byte[] {1}));

        assertThatThrownBy(() -> ShopRecommender.load(folder))
                .isInstanceOf(ModelException.class)
                .extracting(failure -> ((ModelException) failure).code())
                .isEqualTo(ModelException.Code.DIGEST_DIFFERS);
    }

    @Test
    void refusesWhatIsNoRecommender() throws IOException {
        byte[] other = "{\"items\": 3}".getBytes(StandardCharsets.UTF_8);
        write(other, ModelFile.digest(other));

        assertThatThrownBy(() -> ShopRecommender.load(folder))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("model.json")
                .hasMessageContaining("train the model again");
    }

    @Test
    void saysWhenTheHistoryIsTooShort() throws IOException {
        EventLog log = log(folder, 20);
        assertThatThrownBy(() -> new ShopTraining(log, catalogue(), HORIZON, progress -> {}).learn(END))
                .isInstanceOf(EventLogException.class)
                .hasMessageContaining("load a longer history");
    }

    private void write(byte[] model, String digest) throws IOException {
        Files.write(folder.resolve("model.json"), model);
        Files.writeString(
                folder.resolve("card.json"),
                "{\"model\": \"shop\", \"version\": \"1\", \"digest\": \"" + digest + "\"}");
    }

    private static ItemTouch bought(String item) {
        return new ItemTouch(item, DAY - 3, true);
    }

    private static List<ShopItem> catalogue() {
        List<ShopItem> items = new ArrayList<>();
        for (String department : List.of("tea", "cup")) {
            for (int item = 0; item < ITEMS; item++) {
                items.add(item(department, department + item, item));
            }
            items.add(item(department, "cold-" + department, 7));
        }
        return items;
    }

    private static ShopItem item(String department, String id, int number) {
        return new ShopItem(
                id,
                department + " of kind " + (char) ('a' + number),
                Optional.of(department),
                OptionalDouble.of(5 + number));
    }

    /** Purchases of the last days until the end. */
    private static EventLog log(Path files, int days) throws IOException {
        Random random = new Random(5);
        List<String> rows = new ArrayList<>(List.of("p,t,i"));
        for (int person = 0; person < 200; person++) {
            String department = person % 2 == 0 ? "tea" : "cup";
            int start = random.nextInt(ITEMS);
            for (int purchase = 0; purchase < 16; purchase++) {
                LocalDate day = LocalDate.ofEpochDay(DAY - random.nextInt(days));
                rows.add(department + person + "," + day + "," + department
                        + (start + random.nextInt(ITEMS / 2)) % ITEMS);
            }
        }
        Path file = files.resolve("log.csv");
        Files.writeString(file, String.join("\n", rows) + "\n");
        return EventLogReader.read(file, ColumnMapping.parse("person=p,time=t,item=i"));
    }
}
