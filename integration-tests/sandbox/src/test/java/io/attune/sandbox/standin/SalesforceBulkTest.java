package io.attune.sandbox.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.sandbox.standin.salesforce.SalesforceId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bulk API 2.0 query jobs of the stand-in, over leads and cases as well. */
class SalesforceBulkTest {
    private static final String QUERY_ALL = "{\"operation\":\"queryAll\",\"query\":\"SELECT Id, LastName FROM Lead\"}";

    @TempDir
    private Path folder;

    private Services services;
    private String token;

    @BeforeEach
    void start() throws Exception {
        services = new Services(folder);
        token = services.salesforceToken();
        services.standIns()
                .salesforce()
                .leads()
                .put(IntStream.rangeClosed(1, 5)
                        .mapToObj(number -> Map.<String, Object>of(
                                "Id", SalesforceId.of("00Q", number), "LastName", "O\"Hara, " + number + "\nJr"))
                        .toList());
    }

    @AfterEach
    void stop() {
        services.close();
    }

    @Test
    void readsTheResultsOfAJobPageByPageDeletedOnesIncluded() throws Exception {
        services.standIns().salesforce().leads().delete(SalesforceId.of("00Q", 2));
        String job = done(QUERY_ALL);

        List<String> pages = new ArrayList<>();
        String locator = "";
        do {
            var page = results(job, "?maxRecords=2" + (locator.isEmpty() ? "" : "&locator=" + locator));
            pages.add(page.response().body());
            locator = page.response().headers().firstValue("Sforce-Locator").orElseThrow();
        } while (!locator.equals("null"));

        assertThat(pages).hasSize(3);
        assertThat(pages.get(2))
                .isEqualTo("\"Id\",\"LastName\"\n\"%s\",\"O\"\"Hara, 5\nJr\"\n".formatted(SalesforceId.of("00Q", 5)));
        String withoutDeleted = done(QUERY_ALL.replace("queryAll", "query"));
        assertThat(results(withoutDeleted, "").response().headers().firstValue("Sforce-NumberOfRecords"))
                .contains("4");
    }

    @Test
    void saysWhatIsWrongWithAJob() throws Exception {
        assertThat(create("{\"operation\":\"queryAll\",\"query\":\"SELECT Nickname FROM Lead\"}")
                        .status())
                .isEqualTo(400);
        assertThat(create("{\"operation\":\"upsert\"}").status()).isEqualTo(400);
        String job = create(QUERY_ALL).body().get("id").asText();
        assertThat(results(job, "").status())
                .as("results of a job that still runs")
                .isEqualTo(400);
        assertThat(results(done(QUERY_ALL), "?locator=nonsense").status()).isEqualTo(400);
    }

    @Test
    void failsExpiresAndRepeatsWhenItIsTold() throws Exception {
        services.standIns().salesforce().bulkJobs().fail(1);
        assertThat(state(done(QUERY_ALL))).isEqualTo("Failed");
        String job = done(QUERY_ALL);
        services.standIns().salesforce().bulkJobs().repeatPages(1);
        String first = locator(results(job, "?maxRecords=2"));
        assertThat(results(job, "?maxRecords=2&locator=" + first).response().body())
                .as("the first page again")
                .isEqualTo(results(job, "?maxRecords=2").response().body());
        services.standIns().salesforce().bulkJobs().expire();
        assertThat(results(job, "").status()).isEqualTo(404);
    }

    @Test
    void closesCasesAndOpensThemAgain() {
        var cases = services.standIns().salesforce().cases();
        String id = SalesforceId.of("500", 1);
        cases.put(List.of(Map.of("Id", id, "Subject", "Broken kettle")));

        assertThat(cases.find(id).orElseThrow().text("IsClosed")).isEqualTo("false");
        var closed = cases.update(id, Map.of("Status", Optional.of("Closed"))).orElseThrow();
        assertThat(closed.text("IsClosed")).isEqualTo("true");
        assertThat(closed.text("ClosedDate")).isEqualTo(closed.text("SystemModstamp"));
        assertThat(cases.update(id, Map.of("Status", Optional.of("Working")))
                        .orElseThrow()
                        .value("ClosedDate"))
                .isEmpty();
    }

    @Test
    void refusesCallsAboveItsLimit() throws Exception {
        services.standIns().salesforce().limitCalls(1);
        assertThat(services.query(token, "SELECT Id FROM Case")
                        .response()
                        .headers()
                        .firstValue("Sforce-Limit-Info"))
                .contains("api-usage=1/1");
        var refused = services.query(token, "SELECT Id FROM Case");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().get(0).get("errorCode").asText()).isEqualTo("REQUEST_LIMIT_EXCEEDED");
    }

    private Services.Answer create(String job) throws Exception {
        return services.salesforce(token, "POST", "/jobs/query", job);
    }

    private String state(String job) throws Exception {
        return services.salesforce(token, "GET", "/jobs/query/" + job, "")
                .body()
                .get("state")
                .asText();
    }

    private String done(String wanted) throws Exception {
        String job = create(wanted).body().get("id").asText();
        List<String> states = new ArrayList<>();
        do {
            states.add(state(job));
        } while (List.of("UploadComplete", "InProgress").contains(states.get(states.size() - 1)));
        assertThat(states).startsWith("UploadComplete", "InProgress");
        return job;
    }

    private Services.Answer results(String job, String parameters) throws Exception {
        return services.salesforce(token, "GET", "/jobs/query/" + job + "/results" + parameters, "");
    }

    private static String locator(Services.Answer page) {
        return page.response().headers().firstValue("Sforce-Locator").orElseThrow();
    }
}
