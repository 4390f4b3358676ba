package io.attune.sandbox.population;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.sandbox.population.sink.Sale;
import io.attune.sandbox.population.sink.WebEvent;
import io.attune.sandbox.population.truth.PersonTruth;
import io.attune.sandbox.population.truth.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PopulationTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void equalOptionsGiveEqualBytes() throws IOException {
        PopulationOptions options = PopulationOptions.of(5, 120, 200, NOW);
        String first = history(options.withTruthIn(folder.resolve("first"))).text();
        String second = history(options.withTruthIn(folder.resolve("second"))).text();
        assertThat(second).isEqualTo(first);
        for (String file : List.of("people.jsonl", "entities.csv")) {
            assertThat(folder.resolve("second").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("first").resolve(file));
        }
    }

    @Test
    void anotherSeedGivesOtherPeople() {
        assertThat(history(PopulationOptions.of(6, 20, 50, NOW)).text())
                .isNotEqualTo(history(PopulationOptions.of(5, 20, 50, NOW)).text());
    }

    @Test
    void aPersonIsTheSameHoweverManyThereAre() {
        List<String> few = messageIds(history(PopulationOptions.of(5, 30, 100, NOW)));
        List<String> many = messageIds(history(PopulationOptions.of(5, 60, 100, NOW)));
        assertThat(many.subList(0, few.size())).isEqualTo(few);
    }

    @Test
    void tellsOnlyWhatIsKnownByNow() throws IOException {
        RecordingSinks history = history(PopulationOptions.of(9, 150, 300, NOW));
        for (WebEvent event : history.events) {
            JsonNode json = JSON.readTree(event.json());
            assertThat(Instant.parse(json.get("receivedAt").asText())).isBeforeOrEqualTo(NOW);
            assertThat(Instant.parse(json.get("timestamp").asText())).isBetween(NOW.minus(300, ChronoUnit.DAYS), NOW);
        }
        assertThat(history.sales).allSatisfy(sale -> {
            assertThat(sale.soldAt()).isBeforeOrEqualTo(sale.updatedAt());
            assertThat(sale.updatedAt()).isBeforeOrEqualTo(NOW);
        });
        assertThat(history.contacts)
                .allSatisfy(contact -> assertThat((String) contact.fields().get("SystemModstamp"))
                        .isLessThanOrEqualTo("2026-11-22T12:00:00.000+0000"));
    }

    @Test
    void namesEverythingOnce() {
        RecordingSinks history = history(PopulationOptions.of(3, 300, 365, NOW));
        assertThat(messageIds(history)).doesNotHaveDuplicates();
        assertThat(history.sales.stream().map(Sale::id)).doesNotHaveDuplicates();
        assertThat(history.contacts.stream().map(contact -> contact.id())).doesNotHaveDuplicates();
        assertThat(history.contacts)
                .allSatisfy(contact -> assertThat(contact.id()).hasSize(18).startsWith("003"));
    }

    @Test
    void noTraceNamesThePersonOfTheTruth() {
        Population population = Population.of(PopulationOptions.of(3, 100, 365, NOW));
        RecordingSinks history = new RecordingSinks();
        population.writeHistory(history.sinks(), Progress.none());
        assertThat(history.text()).doesNotContain("person-");
        // Ids of one person that lay together would tell who is who, too.
        List<Long> ids = history.sales.stream().map(Sale::id).toList();
        long neighbours = ids.stream().filter(id -> ids.contains(id + 1)).count();
        assertThat(neighbours).isZero();
    }

    @Test
    void aRefundFollowsItsSale() {
        List<Sale> sales = history(PopulationOptions.of(3, 300, 365, NOW)).sales;
        List<Long> seen = new ArrayList<>();
        for (Sale sale : sales) {
            sale.refundOf().ifPresent(id -> assertThat(seen).contains(id));
            seen.add(sale.id());
        }
        assertThat(sales.stream().map(Sale::kind).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("sale", "refund", "cancelled");
    }

    @Test
    void theTruthAgreesWithTheTraces() {
        Population population = Population.of(PopulationOptions.of(11, 200, 365, NOW));
        RecordingSinks history = new RecordingSinks();
        population.writeHistory(history.sinks(), Progress.none());
        long till = history.sales.stream()
                .filter(sale -> sale.kind().equals("sale"))
                .count();
        long web = history.events.stream()
                .filter(event -> event.json().contains("\"event\":\"Order Completed\""))
                .count();
        long bought = population.truth().people().stream()
                .mapToInt(PersonTruth::purchases)
                .sum();
        // An order of the last seconds may still be on its way.
        assertThat(till + web).isBetween(bought - 2, bought);
    }

    @Test
    void theTruthSurvivesItsFiles() throws IOException {
        Population population =
                Population.of(PopulationOptions.of(2, 40, 90, NOW).withTruthIn(folder));
        Truth truth = population.truth();
        Truth read = Truth.read(folder);
        assertThat(read.people()).isEqualTo(truth.people());
        assertThat(read.entities()).isEqualTo(truth.entities());
        assertThat(Files.readString(folder.resolve("entities.csv"))).startsWith("source;key;person\n");
    }

    @Test
    void reportsHowFarItHasCome() {
        List<Long> done = new ArrayList<>();
        Population.of(PopulationOptions.of(2, 7, 30, NOW))
                .writeHistory(new RecordingSinks().sinks(), (stage, reached, total) -> {
                    assertThat(total).isEqualTo(7);
                    done.add(reached);
                });
        assertThat(done).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    private static RecordingSinks history(PopulationOptions options) {
        RecordingSinks history = new RecordingSinks();
        Population.of(options).writeHistory(history.sinks(), Progress.none());
        return history;
    }

    private static List<String> messageIds(RecordingSinks history) {
        return history.events.stream().map(WebEvent::messageId).toList();
    }
}
