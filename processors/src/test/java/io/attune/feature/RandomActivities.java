package io.attune.feature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Events around a moment: most before it and close together, some long before, some after. */
final class RandomActivities {

    static final Instant NOW = Instant.parse("2026-06-15T13:37:42Z");

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> TYPES = List.of(
            "Order Completed",
            "Order Refunded",
            "Page Viewed",
            "Product Viewed",
            "Product Added",
            "Email Delivered",
            "Email Opened",
            "Email Link Clicked",
            "Identified",
            "Something Else");

    private RandomActivities() {}

    // As the database gives them back: what is not told is absent.
    private static Arbitrary<JsonNode> properties() {
        Arbitrary<String> category = Arbitraries.of("Red", "Green", "Blue, \"dark\"", "");
        Arbitrary<Integer> quantity = Arbitraries.integers().between(1, 3);
        Arbitrary<ObjectNode> product = Combinators.combine(category, quantity)
                .as((in, many) -> JSON.createObjectNode().put("category", in).put("quantity", many));
        return Combinators.combine(
                        product.list().ofMaxSize(3),
                        Arbitraries.of("Lyon", "Berlin").optional(),
                        Arbitraries.integers().between(-50, 50).optional())
                .as((products, store, rating) -> {
                    ObjectNode properties = JSON.createObjectNode();
                    properties.putArray("products").addAll(products);
                    store.ifPresent(where -> properties.put("store", where));
                    rating.ifPresent(stars -> properties.put("rating", stars / 10.0));
                    return properties;
                });
    }

    /** Lists of events whose nodes are numbered from 0. */
    static Arbitrary<List<Activity>> lists(int nodes) {
        Arbitrary<Long> node = Arbitraries.longs().between(0, nodes - 1L);
        Arbitrary<String> source = Arbitraries.of("web", "pos");
        Arbitrary<String> type = Arbitraries.of(TYPES);
        Arbitrary<Instant> time = Arbitraries.oneOf(
                        Arbitraries.longs().between(-400L * 86_400, 0),
                        Arbitraries.longs().between(-3L * 86_400, 7_200),
                        Arbitraries.longs().between(-7_200, 2 * 86_400))
                .map(seconds -> NOW.plus(Duration.ofSeconds(seconds)));
        Arbitrary<Long> amount = Arbitraries.longs().between(0, 50_000_000);
        Arbitrary<Integer> offset = Arbitraries.of(0, -480, 330);
        return Combinators.combine(node, source, type, time, amount, offset, properties())
                .as((of, from, kind, at, worth, ahead, told) -> new Activity(of, from, kind, at, worth, ahead, told))
                .list()
                .ofMaxSize(60);
    }
}
