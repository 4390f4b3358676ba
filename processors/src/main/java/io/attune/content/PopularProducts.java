package io.attune.content;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What most people order, read again after a minute. Thread-safe. */
final class PopularProducts {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MOST = 8;

    private final ProductStore store;
    private final Clock clock;
    private volatile Lists lists = new Lists(Instant.MIN, List.of(), Map.of());

    PopularProducts(ProductStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    List<Product> overall(Handle handle) {
        return fresh(handle).overall();
    }

    List<Product> of(Handle handle, String category) {
        return fresh(handle).byCategory().getOrDefault(category, List.of());
    }

    private Lists fresh(Handle handle) {
        Lists known = lists;
        Instant now = clock.instant();
        if (known.readAt().isAfter(now.minus(FRESH))) {
            return known;
        }
        Lists read = new Lists(
                now,
                store.popular(handle, MOST),
                store.popularByCategory(handle, MOST).stream()
                        .collect(Collectors.groupingBy(
                                product -> product.category().orElse(""))));
        lists = read;
        return read;
    }

    private record Lists(Instant readAt, List<Product> overall, Map<String, List<Product>> byCategory) {}
}
