package io.attune.it.serving;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.command.user.Role;
import io.attune.eventlog.ColumnMapping;
import io.attune.eventlog.EventLogReader;
import io.attune.eventlog.Horizon;
import io.attune.eventlog.Moment;
import io.attune.it.environment.Environment;
import io.attune.it.load.TrackingClient;
import io.attune.it.oracle.RecordBooks;
import io.attune.recommendation.ShopRecommender;
import io.attune.recommendation.ShopTraining;
import io.attune.scoring.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A shop of tea and cups, whose customers keep to one of the two, and what they did there: {@code drinker} bought two teas and
 * wrote a review, {@code stranger} only looked at a page, and the tea {@link #SOLD_OUT} cannot be had. Not thread-safe.
 */
final class TeaShop {
    static final String BOUGHT = "tea4";
    static final String SOLD_OUT = "tea5";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ITEMS = 12;

    private final Environment environment;
    private final ArrayNode batch = JSON.createArrayNode();
    private final List<String> messages = new ArrayList<>();
    private final Instant now = Instant.now(Clock.systemUTC());

    TeaShop(Environment environment) {
        this.environment = environment;
    }

    /** Sends everything, which counts once however often it comes, and waits until the hub has made products of it. */
    void open() {
        for (String department : List.of("tea", "cup")) {
            for (int item = 0; item < ITEMS; item++) {
                order("buyer-" + department + item % 3, 30 + item, department + item);
            }
        }
        order("drinker", 100, "tea3");
        order("drinker", 20, BOUGHT);
        event("drinker", 5, "track", "Product Reviewed")
                .putObject("properties")
                .put("product_id", BOUGHT)
                .put("review_body", "Wonderful, excellent tea");
        event("stranger", 1, "page", "").putObject("properties").put("path", "/");
        product(event("clerk", 1, "track", "Product Viewed").putObject("properties"), SOLD_OUT)
                .put("availability", "sold_out");
        TrackingClient.of(environment).post("batch", JSON.createObjectNode().set("batch", batch));
        RecordBooks books = new RecordBooks(environment.database());
        await().atMost(Duration.ofSeconds(60)).until(() -> books.events(messages) == messages.size());
        environment.client(Role.ENGINEER).post("/v1/jobs/rescore");
    }

    private void order(String who, int daysAgo, String item) {
        ObjectNode properties = event(who, daysAgo, "track", "Order Completed").putObject("properties");
        properties
                .put("order_id", messages.get(messages.size() - 1))
                .put("total", 12)
                .put("currency", "EUR");
        product(properties.putArray("products").addObject(), item).put("quantity", 1);
    }

    private static ObjectNode product(ObjectNode into, String item) {
        return into.put("product_id", item)
                .put("name", item)
                .put("category", item.replaceAll("\\d", ""))
                .put("price", 12);
    }

    private ObjectNode event(String who, int daysAgo, String type, String name) {
        String message = "tea-shop-" + messages.size();
        messages.add(message);
        ObjectNode event = batch.addObject()
                .put("type", type)
                .put("messageId", message)
                .put("userId", user(who))
                .put("timestamp", now.minus(Duration.ofDays(daysAgo)).toString());
        return name.isEmpty() ? event : event.put("event", name);
    }

    static String user(String who) {
        return "tea-shop-" + who;
    }

    /** The profile of somebody. */
    UUID profile(String who) {
        return UUID.fromString(environment
                .client(Role.PRIVACY)
                .get("/v1/profiles?kind=customer_id&value=" + user(who))
                .path(0)
                .path("profile")
                .asText());
    }

    /** Learns from a year of such a shop, and lets that recommend; answers the model's folder. */
    Path train(Path scratch) throws IOException {
        StringBuilder log = new StringBuilder("person,time,item,kind\n");
        for (String department : List.of("tea", "cup")) {
            for (int person = 0; person < 20; person++) {
                for (int order = 0; order < 10; order++) {
                    log.append("%s%d,%s,%s%d,order\n"
                            .formatted(
                                    department,
                                    person,
                                    now.minus(Duration.ofDays(10 + 17 * order)),
                                    department,
                                    (person + order) % ITEMS));
                }
            }
        }
        Path file = Files.writeString(scratch.resolve("log.csv"), log);
        byte[] model = new ShopTraining(
                        EventLogReader.read(file, ColumnMapping.parse("person=person,time=time,item=item,kind=kind")),
                        List.of(),
                        new Horizon(30),
                        progress -> {})
                .learn(Moment.parse(now.toString()))
                .json();
        Path folder = environment.home().resolve("mojo-models/registry/recommendations");
        Path version = Files.createDirectories(folder.resolve("1"));
        Files.write(version.resolve("model.json"), model);
        Files.writeString(
                version.resolve("card.json"),
                "{\"model\": \"recommendations\", \"version\": \"1\", \"digest\": \"" + ModelFile.digest(model)
                        + "\"}");
        Files.writeString(folder.resolve("kind"), ShopRecommender.KIND + "\n");
        Files.writeString(folder.resolve("champion"), "1\n");
        environment.client(Role.ENGINEER).post("/v1/definitions/reload");
        return folder;
    }
}
