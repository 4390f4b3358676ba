package io.attune.routes.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.database.PostgresDatabase;
import io.attune.ingest.Watermarks;
import io.attune.routes.HubRoutes;
import io.attune.routes.Leadership;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SalesforceContactsTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private final Leadership leadership = new Leadership();
    private HubRoutes routes;

    @BeforeEach
    void start() throws Exception {
        POSTGRES.clear();
        routes = HubRoutes.of("ingest/salesforce-contacts.camel.yaml", "ingest/publish.camel.yaml")
                .bean("leadership", leadership)
                .bean("watermarks", new Watermarks(POSTGRES.database(), () -> 1, Ingest.CLOCK));
        Ingest.bind(routes);
        routes.feed("salesforce-contacts-poll")
                .mock("salesforce-contacts-poll", "salesforce-contacts-query", "salesforce-contacts-query-more")
                .mock("ingest-publish", "ingest-publish-to-records", "ingest-publish-to-rejects")
                .start();
        answer("salesforce-contacts-query", page(true, "", contact(1, "2026-05-01T00:00:00.000+0000")));
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void firstLoadReadsAllPagesAsHistory() {
        answer(
                "salesforce-contacts-query",
                page(false, "/services/data/v62.0/query/01g-2000", contact(1, "2026-05-01T00:00:00.000+0000")));
        answer("salesforce-contacts-query-more", page(true, "", contact(2, "2026-06-01T11:59:00.000+0000")));

        poll();

        assertThat(Ingest.records(routes))
                .hasSize(2)
                .allSatisfy(record ->
                        assertThat(record.path("backfill").asBoolean()).isTrue());
        assertThat(routes.bodiesAt("salesforce-contacts-query-more")).hasSize(1);
        assertThat(soql(0)).contains("SystemModstamp >= 1970-01-01T00:00:00Z").doesNotContain("\n");
    }

    @Test
    void nextPollStartsAnOverlapBeforeTheWatermarkAndSendsNoContactTwice() {
        poll();
        poll();

        assertThat(soql(1)).contains("SystemModstamp >= 2026-04-30T23:55:00Z");
        assertThat(Ingest.records(routes)).hasSize(1);
    }

    @Test
    void brokenOffLoadResumesBehindThePageThatKafkaHas() {
        answer(
                "salesforce-contacts-query",
                page(false, "/services/data/v62.0/query/01g-2000", contact(1, "2026-05-01T00:00:00.000+0000")));
        routes.at("salesforce-contacts-query-more").whenAnyExchangeReceived(exchange -> {
            throw new IllegalStateException("503");
        });
        poll();
        answer("salesforce-contacts-query", page(true, "", contact(2, "2026-06-01T11:59:00.000+0000")));
        poll();

        assertThat(soql(1)).contains("SystemModstamp >= 2026-04-30T23:55:00Z");
        assertThat(Ingest.records(routes))
                .hasSize(2)
                .allSatisfy(record ->
                        assertThat(record.path("backfill").asBoolean()).isTrue());
    }

    @Test
    void whatChangesAfterTheFirstLoadIsLive() {
        poll();
        answer("salesforce-contacts-query", page(true, "", contact(2, "2026-06-01T12:00:01.000+0000")));
        poll();

        assertThat(Ingest.records(routes).get(1).path("backfill").asBoolean()).isFalse();
    }

    @Test
    void onlyTheLeaderPolls() {
        leadership.lose();
        poll();

        assertThat(routes.bodiesAt("salesforce-contacts-query")).isEmpty();
    }

    private void poll() {
        routes.template().sendBody("direct:salesforce-contacts-poll-in", null);
    }

    private void answer(String step, String json) {
        routes.at(step)
                .whenAnyExchangeReceived(exchange ->
                        exchange.getMessage().setBody(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
    }

    private String soql(int poll) {
        return routes.bodiesAt("salesforce-contacts-query").get(poll).toString();
    }

    private static String contact(int number, String changedAt) {
        return "{\"attributes\":{\"type\":\"Contact\"},\"Id\":\"00300000000000%dAAA\",\"LastName\":\"Lovelace\","
                        .formatted(number)
                + "\"SystemModstamp\":\"" + changedAt + "\",\"IsDeleted\":false}";
    }

    private static String page(boolean done, String next, String contact) {
        return "{\"totalSize\":2,\"done\":" + done + (next.isEmpty() ? "" : ",\"nextRecordsUrl\":\"" + next + "\"")
                + ",\"records\":[" + contact + "]}";
    }
}
