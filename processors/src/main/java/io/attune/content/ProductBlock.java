package io.attune.content;

import io.attune.recommendation.Basis;
import io.attune.recommendation.Task;
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
 * Which products a message shows to a person: what lies in the cart, then what a model recommends, where one is the champion;
 * else what was looked at lately, what others order in the favourite category, what others order at all. Nothing that was
 * bought lately, or cannot be had. Thread-safe.
 */
public final class ProductBlock {

    private static final Duration LATELY = Duration.ofDays(90);
    private static final int SIZE = 4;
    /** Some of what is recommended was bought lately, so more is asked for than shown. */
    private static final int RESERVE = 3;

    private final ProductStore store = new ProductStore();
    private final PopularProducts popular;
    private final Optional<PersonalRecommendations> personal;
    private final Clock clock;

    /** Without any model. */
    public ProductBlock(Clock clock) {
        this(clock, Optional.empty());
    }

    public ProductBlock(Clock clock, PersonalRecommendations personal) {
        this(clock, Optional.of(personal));
    }

    private ProductBlock(Clock clock, Optional<PersonalRecommendations> personal) {
        this.personal = personal;
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
        recommended(handle, profile).forEach(each -> {
            if (chosen.size() < SIZE && !bought.contains(each.product().id())) {
                chosen.putIfAbsent(
                        each.product().id(),
                        new Recommendation(
                                each.product(), reason(each.suggestion().basis())));
            }
        });
        add(chosen, bought, of(touched, EventType.PRODUCT_VIEWED), "You looked at this");
        favourite(touched)
                .ifPresent(category -> add(chosen, bought, popular.of(handle, category), "Popular in " + category));
        add(chosen, bought, popular.overall(handle), "Others love this");
        return new ArrayList<>(chosen.values());
    }

    private List<PersonalRecommendations.Recommended> recommended(Handle handle, UUID profile) {
        return personal.flatMap(recommendations -> recommendations
                        .only()
                        .map(model -> recommendations.recommend(
                                handle, model, profile, Task.WITH_REPURCHASE, SIZE * RESERVE)))
                .orElse(List.of());
    }

    private static String reason(Basis basis) {
        return switch (basis) {
            case BOUGHT_BEFORE -> "Time for more?";
            case LOOKED_AT -> "You looked at this";
            case GOES_WITH_PURCHASES -> "Goes with what you bought";
            case ALIKE -> "Like what you chose";
            case POPULAR -> "Others love this";
        };
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
