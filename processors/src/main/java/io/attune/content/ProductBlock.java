package io.attune.content;

import io.attune.record.EventType;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Which products a message shows to a person: what lies in the cart, what was looked at lately, what others order in the
 * favourite category, what others order at all; nothing that was bought in the same time. Thread-safe.
 */
public final class ProductBlock {

    private static final Duration LATELY = Duration.ofDays(90);
    private static final int SIZE = 4;

    private final ProductStore store = new ProductStore();
    private final PopularProducts popular;
    private final Clock clock;

    public ProductBlock(Clock clock) {
        this.clock = clock;
        this.popular = new PopularProducts(store, clock);
    }

    /** At most four, the most personal first. */
    public List<Recommendation> of(Handle handle, UUID profile) {
        List<ProductStore.TouchedProduct> touched =
                store.touched(handle, profile, clock.instant().minus(LATELY).atOffset(ZoneOffset.UTC));
        Set<String> bought = touched.stream()
                .filter(each -> each.type().equals(EventType.ORDER_COMPLETED))
                .map(each -> each.product().id())
                .collect(Collectors.toSet());
        Map<String, Recommendation> chosen = new LinkedHashMap<>();
        add(chosen, bought, of(touched, EventType.PRODUCT_ADDED), "In your cart");
        add(chosen, bought, of(touched, EventType.PRODUCT_VIEWED), "You looked at this");
        favourite(touched)
                .ifPresent(category -> add(chosen, bought, popular.of(handle, category), "Popular in " + category));
        add(chosen, bought, popular.overall(handle), "Others love this");
        return new ArrayList<>(chosen.values());
    }

    private static void add(
            Map<String, Recommendation> chosen, Set<String> bought, List<Product> products, String reason) {
        products.stream()
                .filter(product -> !bought.contains(product.id()))
                .takeWhile(product -> chosen.size() < SIZE)
                .forEach(product -> chosen.putIfAbsent(product.id(), new Recommendation(product, reason)));
    }

    private static List<Product> of(List<ProductStore.TouchedProduct> touched, String type) {
        return touched.stream()
                .filter(each -> each.type().equals(type))
                .map(ProductStore.TouchedProduct::product)
                .toList();
    }

    private static Optional<String> favourite(List<ProductStore.TouchedProduct> touched) {
        return touched.stream()
                .flatMap(each -> each.product().category().stream())
                .collect(Collectors.groupingBy(category -> category, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }
}
