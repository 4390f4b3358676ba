package io.attune.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.eventlog.ColumnMapping;
import io.attune.eventlog.EventLog;
import io.attune.eventlog.EventLogException;
import io.attune.eventlog.EventLogReader;
import io.attune.eventlog.Horizon;
import io.attune.eventlog.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People of two tastes, who each buy from twenty items of their own taste. */
class RecommenderTest {
    private static final Horizon HORIZON = new Horizon(30);
    private static final Moment AS_OF = Moment.parse("2024-04-30");
    private static final int ITEMS = 20;

    @TempDir
    private Path folder;

    @Test
    void recommendsByTasteAndBeatsPopularity() throws IOException {
        Recommender recommender = Recommender.learn(log(), AS_OF, HORIZON, progress -> {});

        List<Recommendation> all = recommender.recommend(Task.NEW_ITEMS_ONLY, 5, Optional.empty());
        long ofTaste = all.stream()
                .filter(each -> each.person().charAt(0) == each.item().charAt(0))
                .count();
        RecommendationJudgement judgement = recommender.judge().orElseThrow();

        assertThat(ofTaste).isGreaterThan(all.size() * 95L / 100);
        assertThat(judgement.precisionAt10NewItems()).isGreaterThan(judgement.baselinePrecisionAt10NewItems());
        assertThat(judgement.precisionAt10()).isGreaterThan(judgement.baselinePrecisionAt10());
    }

    @Test
    void leavesOutWhatWasBoughtAndWhatIsNotInStock() throws IOException {
        EventLog log = log();
        Recommender recommender = Recommender.learn(log, AS_OF, HORIZON, progress -> {});
        Set<String> inStock = log.items().stream().limit(25).collect(Collectors.toSet());
        Map<String, Set<Integer>> bought = log.people().stream()
                .collect(Collectors.toMap(
                        person -> person.person(),
                        person -> Basket.of(person, AS_OF).distinct()));

        List<Recommendation> all = recommender.recommend(Task.NEW_ITEMS_ONLY, 5, Optional.of(inStock));

        assertThat(all).isNotEmpty().allSatisfy(each -> {
            assertThat(inStock).contains(each.item());
            assertThat(bought.get(each.person())).doesNotContain(log.items().indexOf(each.item()));
        });
    }

    @Test
    void knowsSimilarItems() throws IOException {
        RecommendationModel model =
                Recommender.learn(log(), AS_OF, HORIZON, progress -> {}).model();

        assertThat(model.similar().get("a1")).isNotEmpty().allMatch(item -> item.startsWith("a"));
        assertThat(model.popular()).isNotEmpty();
    }

    @Test
    void needsItems() throws IOException {
        Path file = folder.resolve("log.csv");
        Files.writeString(file, "p,t\nann,2024-01-01\n");
        EventLog log = EventLogReader.read(file, ColumnMapping.parse("person=p,time=t"));

        assertThatThrownBy(() -> Recommender.learn(log, AS_OF, HORIZON, progress -> {}))
                .isInstanceOf(EventLogException.class)
                .hasMessageContaining("item=COLUMN");
    }

    private EventLog log() throws IOException {
        Random random = new Random(5);
        List<String> rows = new ArrayList<>(List.of("p,t,i"));
        for (int person = 0; person < 200; person++) {
            String taste = person % 2 == 0 ? "a" : "b";
            for (int purchase = 0; purchase < 16; purchase++) {
                rows.add(taste + "-" + person + "," + LocalDate.of(2024, 1, 1).plusDays(random.nextInt(150)) + ","
                        + taste + random.nextInt(ITEMS));
            }
        }
        Path file = folder.resolve("log.csv");
        Files.writeString(file, String.join("\n", rows) + "\n");
        return EventLogReader.read(file, ColumnMapping.parse("person=p,time=t,item=i"));
    }
}
