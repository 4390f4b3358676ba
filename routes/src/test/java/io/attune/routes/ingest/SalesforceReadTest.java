package io.attune.routes.ingest;

import static io.attune.routes.ingest.SalesforceRoutes.CREATE;
import static io.attune.routes.ingest.SalesforceRoutes.GET;
import static io.attune.routes.ingest.SalesforceRoutes.MORE;
import static io.attune.routes.ingest.SalesforceRoutes.QUERY;
import static io.attune.routes.ingest.SalesforceRoutes.RESULTS;
import static io.attune.routes.ingest.SalesforceRoutes.csv;
import static io.attune.routes.ingest.SalesforceRoutes.job;
import static io.attune.routes.ingest.SalesforceRoutes.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.attune.database.PostgresDatabase;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.RestError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Contacts stand for every kind of objects here. */
class SalesforceReadTest {
    private static final String HEADER = "\"Id\",\"LastName\",\"SystemModstamp\",\"IsDeleted\"";

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private SalesforceRoutes salesforce;

    @BeforeEach
    void start() throws Exception {
        POSTGRES.clear();
        salesforce = new SalesforceRoutes("salesforce-contacts", POSTGRES.database());
    }

    @AfterEach
    void stop() {
        salesforce.close();
    }

    @Test
    void firstLoadReadsAJobsResultsPageByPageAsHistory() {
        salesforce.answer(GET, job("UploadComplete"), job("InProgress"), job("JobComplete"));
        salesforce.answer(RESULTS, csv("MQ", HEADER, line(1, "false")), csv("null", HEADER, line(2, "true")));

        salesforce.poll();

        assertThat(salesforce.asked(GET)).isEqualTo(3);
        assertThat(salesforce.records())
                .hasSize(2)
                .allSatisfy(record ->
                        assertThat(record.path("backfill").asBoolean()).isTrue())
                .extracting(record -> record.path("deleted").asBoolean())
                .containsExactly(false, true);
        assertThat(headers(RESULTS, 0))
                .containsEntry("jobId", SalesforceRoutes.JOB)
                .doesNotContainKey("locator");
        assertThat(headers(RESULTS, 1)).containsEntry("locator", "MQ");
        assertThat(soql(0)).as("what changed since the job began").contains("SystemModstamp >= 2026-06-01T11:55:00Z");
    }

    @Test
    void loadThatBreaksOffIsResumedByTheNextNodeAtThePageThatKafkaLacks() throws Exception {
        salesforce.answer(RESULTS, csv("MQ", HEADER, line(1, "false")), csv("broken off", HEADER));
        salesforce.routes().at(RESULTS).whenExchangeReceived(2, exchange -> {
            throw new SalesforceException(List.of(new RestError("invalid_grant", "told by the test")), 400);
        });
        salesforce.poll();
        assertThat(salesforce.records()).hasSize(1);
        salesforce.close();
        salesforce = new SalesforceRoutes("salesforce-contacts", POSTGRES.database());
        salesforce.answer(RESULTS, csv("null", HEADER, line(2, "false")));
        salesforce.poll();

        assertThat(salesforce.asked(CREATE)).isZero();
        assertThat(headers(RESULTS, 0)).containsEntry("locator", "MQ");
        assertThat(salesforce.records()).hasSize(1);
        assertThat(position()).contains("newest");
    }

    @Test
    void jobThatIsGoneIsBegunAnewAfterAPause() {
        salesforce.fail(RESULTS, 404, "NOT_FOUND");
        salesforce.poll();
        salesforce.poll();

        assertThat(salesforce.asked(RESULTS))
                .as("refused for good: not tried again")
                .isEqualTo(1);
        assertThat(salesforce.asked(CREATE))
                .as("the clock stands, so the pause lasts")
                .isEqualTo(1);
        assertThat(position()).contains("\"job\":\"\"");
    }

    @Test
    void jobThatFailedIsBegunAnewAfterAPause() {
        salesforce.answer(GET, job("Failed"));
        salesforce.poll();

        assertThat(salesforce.asked(RESULTS)).isZero();
        assertThat(position()).contains("\"job\":\"\"");
    }

    @Test
    void refusedLoginLosesNoJob() {
        salesforce.fail(RESULTS, 400, "invalid_grant");
        salesforce.poll();

        assertThat(position()).contains(SalesforceRoutes.JOB);
    }

    @Test
    void exhaustedCallsAreNotTriedAgainUntilThePauseIsOver() {
        salesforce.fail(RESULTS, 403, "REQUEST_LIMIT_EXCEEDED");
        salesforce.poll();
        salesforce.poll();

        assertThat(salesforce.asked(RESULTS)).isEqualTo(1);
        assertThat(salesforce.limits.pause().orElseThrow().until()).isEqualTo(Ingest.NOW.plusSeconds(900));
        assertThat(position()).contains(SalesforceRoutes.JOB);
    }

    @Test
    void pageIsTakenBeforePollingPausesForTheShareOfCallsThatIsUsedUp() {
        SalesforceRoutes.Answer page = csv("MQ", HEADER, line(1, "false"));
        salesforce.answer(
                RESULTS,
                new SalesforceRoutes.Answer(
                        page.body(),
                        Map.of(
                                "Sforce-Locator", "MQ",
                                "Sforce-NumberOfRecords", "1",
                                "Sforce-Limit-Info", "api-usage=81/100, per-app-api-usage=1/250(appName=hub)")));
        salesforce.poll();

        assertThat(salesforce.records()).hasSize(1);
        assertThat(salesforce.asked(RESULTS)).isEqualTo(1);
        assertThat(salesforce.limits.open()).isFalse();
        assertThat(position()).contains("\"locator\":\"MQ\"");
    }

    @Test
    void troubleThatPassesIsTriedAgain() {
        salesforce.routes().at(RESULTS).whenExchangeReceived(1, exchange -> {
            throw new ConnectException("told by the test");
        });
        salesforce.poll();

        assertThat(salesforce.asked(RESULTS)).isEqualTo(2);
        assertThat(position()).contains("newest");
    }

    @Test
    void pageThatNamesItselfIsNotReadForEver() {
        salesforce.answer(RESULTS, csv("MQ", HEADER, line(1, "false")));
        salesforce.poll();

        assertThat(salesforce.asked(RESULTS)).isEqualTo(2);
        assertThat(position()).contains("\"locator\":\"MQ\"");
    }

    @Test
    void incrementsFollowTheirPagesAndSendNoRowTwice() {
        salesforce.poll();
        salesforce.answer(
                QUERY, query(false, "/services/data/v62.0/query/01g-2000", row(1, "2026-06-01T12:00:01.000+0000")));
        salesforce.answer(MORE, query(true, "", row(2, "2026-06-01T12:00:02.000+0000")));
        salesforce.poll();
        salesforce.poll();

        assertThat(salesforce.records())
                .as("what changes after the first load is live")
                .hasSize(2)
                .allSatisfy(record ->
                        assertThat(record.path("backfill").asBoolean()).isFalse());
        assertThat(salesforce.routes().bodiesAt(MORE)).hasSize(2);
    }

    @Test
    void incrementThatBreaksOffResumesBehindThePageThatKafkaHas() {
        salesforce.poll();
        salesforce.answer(
                QUERY, query(false, "/services/data/v62.0/query/01g-2000", row(1, "2026-06-01T11:59:50.000+0000")));
        salesforce.fail(MORE, 400, "INVALID_QUERY_LOCATOR");
        salesforce.poll();

        assertThat(position()).contains("2026-06-01T12:00:00Z");
        assertThat(salesforce.records()).hasSize(1);
    }

    private Map<String, Object> headers(String step, int request) {
        return salesforce
                .routes()
                .at(step)
                .getExchanges()
                .get(request)
                .getMessage()
                .getHeaders();
    }

    private String soql(int poll) {
        return salesforce.routes().bodiesAt(QUERY).get(poll).toString();
    }

    private static String position() {
        return POSTGRES.database()
                .inHandle(handle -> handle.createQuery("select position from watermark")
                        .mapTo(String.class)
                        .one());
    }

    private static String line(int number, String deleted) {
        return "\"00300000000000%dAAA\",\"Lovelace\",\"2026-05-01T00:00:00.000Z\",\"%s\"".formatted(number, deleted);
    }

    private static String row(int number, String changedAt) {
        return "{\"attributes\":{\"type\":\"Contact\"},\"Id\":\"00300000000000%dAAA\",\"LastName\":\"Lovelace\","
                        .formatted(number)
                + "\"SystemModstamp\":\"" + changedAt + "\",\"IsDeleted\":false}";
    }
}
