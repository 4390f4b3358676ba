package io.attune.sandbox.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.sandbox.http.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stand-in as the hub's own connector sees it. */
class CamelSalesforceTest {
    private static final String UPSERT =
            "salesforce:raw?rawMethod=PATCH&rawPath=/services/data/v60.0/composite/sobjects/Contact/Id";

    @TempDir
    private Path folder;

    private Services services;
    private DefaultCamelContext camel;
    private ProducerTemplate producer;

    @BeforeEach
    void start() {
        services = new Services(folder);
        SalesforceComponent component = new SalesforceComponent();
        component.setAuthenticationType(AuthenticationType.CLIENT_CREDENTIALS);
        component.setLoginUrl(services.url() + "/salesforce");
        component.setClientId("client");
        component.setClientSecret("secret");
        SalesforceEndpointConfig configuration = new SalesforceEndpointConfig();
        configuration.setApiVersion("60.0");
        component.setConfig(configuration);
        camel = new DefaultCamelContext();
        camel.addComponent("salesforce", component);
        camel.start();
        producer = camel.createProducerTemplate();
        services.standIns()
                .salesforce()
                .contacts()
                .put(IntStream.range(0, 2500)
                        .mapToObj(number -> Map.<String, Object>of("LastName", "Contact " + number))
                        .toList());
    }

    @AfterEach
    void stop() {
        camel.stop();
        services.close();
    }

    private JsonNode call(String uri, String body) throws IOException {
        return Json.MAPPER.readTree(producer.requestBody(uri, body, String.class));
    }

    @Test
    void readsPageByPage() throws IOException {
        JsonNode first = call(
                "salesforce:queryAll?rawPayload=true",
                "SELECT Id, LastName, SystemModstamp FROM Contact WHERE SystemModstamp >= 2020-01-01T00:00:00Z"
                        + " ORDER BY SystemModstamp, Id");
        assertThat(first.get("records")).hasSize(2000);
        JsonNode second = call(
                "salesforce:queryMore?rawPayload=true",
                first.get("nextRecordsUrl").asText());
        assertThat(second.get("records")).hasSize(500);
        assertThat(second.get("done").asBoolean()).isTrue();
    }

    @Test
    void writesACollection() throws IOException {
        String id = services.standIns().salesforce().contacts().all().get(0).id();
        JsonNode results = call(
                UPSERT,
                "{\"allOrNone\":false,\"records\":[{\"attributes\":{\"type\":\"Contact\"},\"Id\":\"" + id
                        + "\",\"Attune_Segments__c\":\"new\",\"Attune_Churn__c\":0.5}]}");
        assertThat(results.get(0).get("success").asBoolean()).isTrue();
        assertThat(services.standIns()
                        .salesforce()
                        .contacts()
                        .find(id)
                        .orElseThrow()
                        .text("Attune_Segments__c"))
                .isEqualTo("new");
    }

    @Test
    void logsInAgainAfterItsSessionEnded() throws IOException {
        services.standIns().salesforce().endSessions();
        assertThat(call("salesforce:query?rawPayload=true", "SELECT COUNT() FROM Contact")
                        .get("totalSize")
                        .asInt())
                .isEqualTo(2500);
    }

    @Test
    void carriesErrorsWithTheirCode() {
        services.standIns().salesforce().standIn().faults().add(Fault.status(403));
        assertThatThrownBy(() -> call("salesforce:query?rawPayload=true", "SELECT Id FROM Contact"))
                .isInstanceOf(CamelExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(SalesforceException.class, failure -> {
                    assertThat(failure.getStatusCode()).isEqualTo(403);
                    assertThat(failure.getErrors())
                            .extracting(error -> error.getErrorCode())
                            .isEqualTo(List.of("REQUEST_LIMIT_EXCEEDED"));
                });
    }
}
