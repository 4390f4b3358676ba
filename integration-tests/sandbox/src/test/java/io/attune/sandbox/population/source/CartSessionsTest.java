package io.attune.sandbox.population.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.sandbox.population.PopulationOptions;
import io.attune.sandbox.population.behaviour.Baskets;
import io.attune.sandbox.population.behaviour.Biographer;
import io.attune.sandbox.population.behaviour.Biography;
import io.attune.sandbox.population.behaviour.Cart;
import io.attune.sandbox.population.behaviour.Purchase;
import io.attune.sandbox.population.catalogue.Catalogue;
import io.attune.sandbox.population.person.People;
import io.attune.sandbox.population.person.Window;
import io.attune.sandbox.population.sink.WebEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What carts that were left foretell, and that they change nothing else. */
class CartSessionsTest {
    private static final int SIZE = 600;
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Window WINDOW = new Window(NOW, 365);
    private static final Catalogue CATALOGUE = Catalogue.standard();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Baskets baskets = new Baskets(CATALOGUE);
    private final WebView web = new WebView(WINDOW, baskets);
    private final List<Biography> lives = lives();

    @Test
    void everythingElseOfTheHistoryIsTheSameAsWithoutThem() throws JsonProcessingException {
        for (Biography life : lives) {
            List<WebEvent> without = web.events(withoutCarts(life));
            List<WebEvent> with = new ArrayList<>(web.events(life));
            assertThat(with).containsAll(without);

            with.removeAll(new HashSet<>(without));
            for (WebEvent event : with) {
                JsonNode json = JSON.readTree(event.json());
                assertThat(json.path("event").asText(json.path("type").asText()))
                        .isIn("page", "Product Viewed", "Product Added");
            }
            assertThat(visitors(without)).containsAll(visitors(with));
        }
    }

    @Test
    void halfOfTheOnlineOrdersWereInACartTwoHoursToSixDaysBefore() {
        List<Purchase> orders = lives.stream()
                .flatMap(life -> life.purchases().stream())
                .filter(purchase -> purchase.online() && WINDOW.isPast(purchase.at()))
                .toList();
        List<Cart> ordered = carts().filter(cart -> cart.purchase()
                        .filter(order -> WINDOW.isPast(order.at()))
                        .isPresent())
                .toList();

        assertThat((double) ordered.size() / orders.size()).isBetween(0.4, 0.6);
        assertThat(ordered).allSatisfy(cart -> {
            Purchase order = cart.purchase().orElseThrow();
            assertThat(order.lines()).containsAll(cart.lines());
            assertThat(Duration.between(cart.at(), order.at()))
                    .isBetween(Duration.ofHours(2), Duration.ofHours(7 * 24 + 2));
        });
        double soon = ordered.stream()
                .filter(cart -> Duration.between(
                                        cart.at(), cart.purchase().orElseThrow().at())
                                .compareTo(Duration.ofDays(2))
                        < 0)
                .count();
        assertThat(soon / ordered.size()).isBetween(0.6, 0.85);
    }

    @Test
    void someHesitateNearlyAlwaysAndSomeHardlyEver() {
        List<Double> shares = lives.stream()
                .map(life -> life.person().carting().hesitation())
                .sorted()
                .toList();
        assertThat(shares.get(SIZE / 10)).isLessThan(0.2);
        assertThat(shares.get(9 * SIZE / 10)).isGreaterThan(0.8);
    }

    @Test
    void aCartOfTodayMayBeOrderedAfterTheHistory() {
        assertThat(carts().flatMap(cart -> cart.purchase().stream())).anyMatch(order -> !WINDOW.isPast(order.at()));
        assertThat(carts()).allMatch(cart -> WINDOW.isPast(cart.at()));
    }

    @Test
    void windowShoppersFillFullerCartsThatNobodyOrders() {
        List<Cart> dreams = carts().filter(cart -> cart.purchase().isEmpty()).toList();
        assertThat(dreams).hasSizeGreaterThan(SIZE / 2);
        assertThat(lives.stream().filter(life -> life.person().carting().windowShoppingPerDay() > 0))
                .hasSizeBetween(SIZE / 8, SIZE / 3);
        assertThat(dreams.stream()
                        .mapToInt(cart -> cart.lines().size())
                        .average()
                        .orElseThrow())
                .isGreaterThan(2);
    }

    private Stream<Cart> carts() {
        return lives.stream().flatMap(life -> life.carts().stream());
    }

    private List<Biography> lives() {
        PopulationOptions options = PopulationOptions.of(42, SIZE, WINDOW.days(), NOW);
        People people = new People(options.seed(), WINDOW, SIZE, CATALOGUE, options.process());
        Biographer biographer = new Biographer(WINDOW, baskets);
        return IntStream.range(0, SIZE)
                .mapToObj(people::person)
                .map(biographer::of)
                .toList();
    }

    private static Biography withoutCarts(Biography life) {
        return new Biography(
                life.person(), life.purchases(), life.visits(), List.of(), life.mails(), life.droppedOutDay());
    }

    /** As whom the hub sees them. */
    private static Set<String> visitors(List<WebEvent> events) {
        return events.stream().map(WebEvent::key).collect(Collectors.toSet());
    }
}
