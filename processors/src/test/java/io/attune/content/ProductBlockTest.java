package io.attune.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.database.PostgresDatabase;
import io.attune.eventlog.ColumnMapping;
import io.attune.eventlog.EventLog;
import io.attune.eventlog.EventLogReader;
import io.attune.eventlog.Horizon;
import io.attune.eventlog.Moment;
import io.attune.feature.PeopleInDatabase;
import io.attune.recommendation.ShopRecommender;
import io.attune.recommendation.ShopTraining;
import io.attune.recommendation.Task;
import io.attune.registry.KindRegistry;
import io.attune.scoring.ModelFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A shop of tea and cups, whose customers keep to one of the two: twenty of each in the hub. */
class ProductBlockTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final PeopleInDatabase people = new PeopleInDatabase(POSTGRES);

    @TempDir
    private Path folder;

    private PeopleInDatabase.Person drinker;

    @BeforeEach
    void fill() {
        POSTGRES.clear();
        for (String department : List.of("tea", "cup")) {
            for (int item = 0; item < 12; item++) {
                product(department + item, department, item);
            }
            for (int person = 0; person < 20; person++) {
                PeopleInDatabase.Person customer = people.person(NOW, 1);
                for (int order = 0; order < 10; order++) {
                    happened(customer, "Order Completed", 10 + 17 * order, department + (person + order) % 12);
                }
            }
        }
        drinker = people.person(NOW, 1);
        happened(drinker, "Order Completed", 100, "tea3");
        happened(drinker, "Order Completed", 20, "tea4");
    }

    @Test
    void showsWhatIsPopularWithoutAModel() {
        assertThat(shown(new ProductBlock(CLOCK)))
                .isNotEmpty()
                .extracting(Recommendation::reason)
                .contains("Popular in tea");
    }

    @Test
    void showsWhatTheModelRecommends() throws Exception {
        List<Recommendation> shown = shown(new ProductBlock(CLOCK, trained()));

        assertThat(shown).hasSize(4);
        assertThat(shown).extracting(each -> each.product().id()).allMatch(id -> id.startsWith("tea"));
        assertThat(shown).extracting(each -> each.product().id()).doesNotContain("tea4");
        assertThat(shown).extracting(Recommendation::reason).doesNotContain("Popular in tea");
    }

    @Test
    void leavesTheCartInFront() throws Exception {
        happened(drinker, "Product Added", 1, "cup7");

        assertThat(shown(new ProductBlock(CLOCK, trained())).get(0).reason()).isEqualTo("In your cart");
    }

    @Test
    void showsNothingThatCannotBeHad() throws Exception {
        PersonalRecommendations personal = trained();
        String first = shown(new ProductBlock(CLOCK, personal)).get(0).product().id();
        POSTGRES.database()
                .useHandle(
                        handle -> handle.execute("update product set available = false where product_id = ?", first));

        assertThat(shown(new ProductBlock(CLOCK, personal)))
                .extracting(each -> each.product().id())
                .doesNotContain(first);
    }

    @Test
    void knowsSimilarProducts() throws Exception {
        PersonalRecommendations personal = trained();

        List<PersonalRecommendations.Recommended> similar = POSTGRES.database()
                .inHandle(handle -> personal.similar(handle, personal.only().orElseThrow(), "cup5", 4));

        assertThat(similar).hasSize(4).allMatch(each -> each.product().id().startsWith("cup"));
    }

    @Test
    void recommendsToAStrangerWhatIsPopular() throws Exception {
        PersonalRecommendations personal = trained();
        UUID stranger = people.person(NOW, 0).profile();

        List<PersonalRecommendations.Recommended> recommended = POSTGRES.database()
                .inHandle(handle ->
                        personal.recommend(handle, personal.only().orElseThrow(), stranger, Task.NEW_ITEMS_ONLY, 5));

        assertThat(recommended).hasSize(5);
    }

    @Test
    void goesOnWithoutAModelThatIsBroken() throws Exception {
        trained();
        Files.writeString(folder.resolve("registry/shop/1/model.json"), "{}");
        KindRegistry<ShopRecommender> broken = registry();

        assertThat(broken.problems()).hasSize(1);
        assertThat(shown(new ProductBlock(CLOCK, new PersonalRecommendations(broken, CLOCK))))
                .isNotEmpty();
    }

    private List<Recommendation> shown(ProductBlock block) {
        return POSTGRES.database().inHandle(handle -> block.of(handle, drinker.profile()));
    }

    /** Trained as the command does: from the log that the hub writes. */
    private PersonalRecommendations trained() throws Exception {
        Path log = folder.resolve("log.csv");
        try (var connection = POSTGRES.dataSource().getConnection()) {
            assertThat(PurchaseLog.events(connection, NOW.minus(Duration.ofDays(400)), NOW, log))
                    .isGreaterThanOrEqualTo(402);
            assertThat(PurchaseLog.catalogue(connection, folder.resolve("catalogue.csv")))
                    .isEqualTo(24);
        }
        EventLog events = EventLogReader.read(log, ColumnMapping.parse("person=person,time=time,item=item,kind=kind"));
        byte[] model = new ShopTraining(events, List.of(), new Horizon(30), progress -> {})
                .learn(Moment.parse(NOW.toString()))
                .json();
        Path version = Files.createDirectories(folder.resolve("registry/shop/1"));
        Files.write(version.resolve("model.json"), model);
        Files.writeString(
                version.resolve("card.json"),
                "{\"model\": \"shop\", \"version\": \"1\", \"digest\": \"" + ModelFile.digest(model) + "\"}");
        Files.writeString(folder.resolve("registry/shop/kind"), ShopRecommender.KIND + "\n");
        Files.writeString(folder.resolve("registry/shop/champion"), "1\n");
        return new PersonalRecommendations(registry(), CLOCK);
    }

    private KindRegistry<ShopRecommender> registry() {
        return KindRegistry.open(folder.resolve("registry"), ShopRecommender.KIND, ShopRecommender::load);
    }

    private void product(String id, String category, int orders) {
        POSTGRES.database()
                .useHandle(handle -> handle.execute(
                        "insert into product (product_id, name, category, orders, updated_at) values (?, ?, ?, ?, ?)",
                        id,
                        id,
                        category,
                        orders,
                        NOW.atOffset(ZoneOffset.UTC)));
    }

    private void happened(PeopleInDatabase.Person person, String type, int daysAgo, String product) {
        POSTGRES.database()
                .useHandle(handle -> handle.execute(
                        """
                insert into event (record_id, node_id, source, type, occurred_at, received_at, processed_at, backfill,
                                   schema_version, properties)
                values (?, ?, 'web', ?, ?, ?, ?, false, 1, jsonb_build_object('products', jsonb_build_array(
                  jsonb_build_object('product_id', ?::text))))
                """,
                        UUID.randomUUID(),
                        person.nodes().get(0),
                        type,
                        NOW.minus(Duration.ofDays(daysAgo)).atOffset(ZoneOffset.UTC),
                        NOW.atOffset(ZoneOffset.UTC),
                        NOW.atOffset(ZoneOffset.UTC),
                        product));
    }
}
