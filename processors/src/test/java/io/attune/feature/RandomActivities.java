package io.attune.feature;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Events around a moment: most before it and close together, some long before, some after. */
final class RandomActivities {

    static final Instant NOW = Instant.parse("2026-06-15T13:37:42Z");

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
        return Combinators.combine(node, source, type, time, amount)
                .as(Activity::new)
                .list()
                .ofMaxSize(60);
    }
}
