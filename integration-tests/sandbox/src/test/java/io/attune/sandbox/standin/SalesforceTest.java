package io.attune.sandbox.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.sandbox.standin.salesforce.SObjects;
import io.attune.sandbox.standin.salesforce.SalesforceId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesforceTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private Services services;
    private String token;

    @BeforeEach
    void start() throws Exception {
        services = new Services(folder);
        token = services.salesforceToken();
        List<Map<String, Object>> contacts = new ArrayList<>();
        for (int number = 1; number <= 5; number++) {
            contacts.add(Map.of(
                    "Id",
                    SalesforceId.of("003", number),
                    "LastName",
                    "O'Hara " + number,
                    "Email",
                    "p" + number + "@example.org",
                    "SystemModstamp",
                    SObjects.time(START.plusSeconds(number))));
        }
        services.standIns().salesforce().contacts().put(contacts);
    }

    @AfterEach
    void stop() {
        services.close();
    }

    @Test
    void writesIdsWithTheirCheck() {
        // The example of Salesforce's own documentation of the 18-character id.
        assertThat(SalesforceId.complete("001A0000006Vm9r")).isEqualTo("001A0000006Vm9rIAC");
        assertThat(SalesforceId.of("003", 1)).hasSize(18);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WHERE SystemModstamp >= 2026-01-01T00:00:03Z ORDER BY SystemModstamp, Id | 3 4 5",
                "WHERE SystemModstamp > 2026-01-01T00:00:03.000+0000 ORDER BY SystemModstamp DESC | 5 4",
                "WHERE SystemModstamp >= 2026-01-01T00:00:02Z AND SystemModstamp < 2026-01-01T00:00:04Z | 2 3",
                "WHERE (Email = 'P1@EXAMPLE.ORG' OR Email LIKE 'p2%') AND IsDeleted = false | 1 2",
                "WHERE LastName = 'O\\'Hara 4' | 4",
                "WHERE Email IN ('p1@example.org', 'p5@example.org') | 1 5",
                "WHERE FirstName != null | ''",
                "WHERE NOT Email LIKE 'p_@example.org' | ''",
                "ORDER BY LastName DESC LIMIT 2 OFFSET 1 | 4 3"
            })
    void answersQueries(String rest, String numbers) throws Exception {
        var answer = services.query(token, "SELECT Id, LastName FROM Contact " + rest);

        assertThat(answer.status()).isEqualTo(200);
        String found = lastNames(answer.body()).stream()
                .map(name -> name.substring(name.length() - 1))
                .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(numbers);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT Nickname FROM Contact | INVALID_FIELD",
                "SELECT Id FROM Account | INVALID_TYPE",
                "SELECT Id FROM Contact WHERE | MALFORMED_QUERY",
                "SELECT Id FROM Contact WHERE Email = p1 | INVALID_FIELD",
                "SELECT Id FROM Contact WHERE SystemModstamp > '2026-01-01T00:00:00Z' | INVALID_FIELD",
                "SELECT Id FROM Contact LIMIT ten | MALFORMED_QUERY"
            })
    void namesWhatIsWrongWithAQuery(String soql, String code) throws Exception {
        var answer = services.query(token, soql);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get(0).get("errorCode").asText()).isEqualTo(code);
    }

    @Test
    void pagesByTheAddressThatItGives() throws Exception {
        services.standIns()
                .salesforce()
                .contacts()
                .put(IntStream.range(0, 450)
                        .mapToObj(number -> Map.<String, Object>of("LastName", "More " + number))
                        .toList());
        List<String> names = new ArrayList<>();
        var page = services.send(
                services.request("/salesforce/services/data/v60.0/query?q=SELECT+LastName+FROM+Contact+ORDER+BY+Id")
                        .header("Authorization", "Bearer " + token)
                        .header("Sforce-Query-Options", "batchSize=200"));
        names.addAll(lastNames(page.body()));
        while (!page.body().get("done").asBoolean()) {
            assertThat(page.body().get("records")).hasSize(200);
            page = services.send(services.request(
                            "/salesforce" + page.body().get("nextRecordsUrl").asText())
                    .header("Authorization", "Bearer " + token));
            names.addAll(lastNames(page.body()));
        }
        assertThat(names).hasSize(455).doesNotHaveDuplicates();
        assertThat(page.response().headers().firstValue("Sforce-Limit-Info").orElseThrow())
                .matches("api-usage=3/\\d+");
    }

    @Test
    void hidesDeletedContactsFromQueryOnly() throws Exception {
        String id = SalesforceId.of("003", 1);
        services.standIns().salesforce().contacts().delete(id);

        assertThat(services.query(token, "SELECT COUNT() FROM Contact")
                        .body()
                        .get("totalSize")
                        .asInt())
                .isEqualTo(4);
        var all = services.salesforce(token, "GET", "/queryAll?q=SELECT+Id+FROM+Contact+WHERE+IsDeleted+%3D+true", "");
        assertThat(all.body().get("records").get(0).get("Id").asText()).isEqualTo(id);
    }

    @Test
    void upsertsACollectionOfWhichSomeFail() throws Exception {
        String before = services.standIns()
                .salesforce()
                .contacts()
                .find(SalesforceId.of("003", 1))
                .orElseThrow()
                .text("SystemModstamp");
        var answer = services.salesforce(
                token,
                "PATCH",
                "/composite/sobjects/Contact/Id",
                "{\"allOrNone\":false,\"records\":["
                        + record(
                                SalesforceId.of("003", 1),
                                "\"Attune_Segments__c\":\"new;at-risk\",\"Attune_Churn__c\":0.25")
                        + "," + record(SalesforceId.of("003", 99), "\"Attune_Churn__c\":0.5") + ","
                        + record(SalesforceId.of("003", 2), "\"Email\":\"nobody\"") + "]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get(0).get("success").asBoolean()).isTrue();
        assertThat(answer.body().get(0).get("created").asBoolean()).isFalse();
        assertThat(answer.body().get(1).get("errors").get(0).get("statusCode").asText())
                .isEqualTo("INVALID_CROSS_REFERENCE_KEY");
        assertThat(answer.body().get(2).get("errors").get(0).get("statusCode").asText())
                .isEqualTo("INVALID_EMAIL_ADDRESS");
        var contact = services.standIns()
                .salesforce()
                .contacts()
                .find(SalesforceId.of("003", 1))
                .orElseThrow();
        assertThat(contact.text("Attune_Segments__c")).isEqualTo("new;at-risk");
        assertThat(contact.text("SystemModstamp"))
                .as("a write is a change that a poll sees")
                .isGreaterThan(before);
    }

    @Test
    void refusesACollectionWhole() throws Exception {
        String path = "/composite/sobjects/Contact/Id";
        String id = SalesforceId.of("003", 1);
        String unknown = "{\"records\":[" + record(id, "\"Shoe_Size__c\":42") + "]}";
        assertThat(code(services.salesforce(token, "PATCH", path, unknown))).isEqualTo("INVALID_FIELD");
        String untyped = "{\"records\":[{\"Id\":\"" + id + "\"}]}";
        assertThat(code(services.salesforce(token, "PATCH", path, untyped))).isEqualTo("INVALID_TYPE");
        String many = IntStream.range(0, 201)
                .mapToObj(number -> record(SalesforceId.of("003", number + 1), "\"Attune_Churn__c\":1"))
                .collect(Collectors.joining(",", "{\"records\":[", "]}"));
        assertThat(services.salesforce(token, "PATCH", path, many).status()).isEqualTo(400);
        var rolledBack = services.salesforce(
                token,
                "PATCH",
                path,
                "{\"allOrNone\":true,\"records\":[" + record(id, "\"Attune_Churn__c\":0.75") + ","
                        + record(SalesforceId.of("003", 99), "\"Attune_Churn__c\":0.5") + "]}");
        assertThat(rolledBack
                        .body()
                        .get(0)
                        .get("errors")
                        .get(0)
                        .get("statusCode")
                        .asText())
                .isEqualTo("ALL_OR_NONE_OPERATION_ROLLED_BACK");
        assertThat(services.standIns()
                        .salesforce()
                        .contacts()
                        .find(id)
                        .orElseThrow()
                        .value("Attune_Churn__c"))
                .isEmpty();
    }

    @Test
    void asksForALogin() throws Exception {
        services.standIns().salesforce().endSessions();
        var expired = services.query(token, "SELECT Id FROM Contact");
        assertThat(expired.status()).isEqualTo(401);
        assertThat(code(expired)).isEqualTo("INVALID_SESSION_ID");
        assertThat(services.query(services.salesforceToken(), "SELECT Id FROM Contact")
                        .status())
                .isEqualTo(200);
    }

    private static String record(String id, String fields) {
        return "{\"attributes\":{\"type\":\"Contact\"},\"Id\":\"" + id + "\"," + fields + "}";
    }

    private static String code(Services.Answer answer) {
        assertThat(answer.status()).isBetween(400, 499);
        return answer.body().get(0).get("errorCode").asText();
    }

    private static List<String> lastNames(JsonNode answer) {
        List<String> names = new ArrayList<>();
        answer.get("records").forEach(record -> names.add(record.get("LastName").asText()));
        return names;
    }
}
