package io.attune.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.ingest.salesforce.SalesforceConnection;
import io.attune.sandbox.standin.Services;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hub's login by signed assertions, against a stand-in that verifies them. */
class JwtLoginTest {
    private static final String USER = "hub@example.com";
    private static final String QUERY = "SELECT COUNT() FROM Contact";

    @TempDir
    private Path folder;

    private KeyPair keys;
    private Services services;
    private DefaultCamelContext camel;

    @BeforeEach
    void start() throws Exception {
        services = new Services(folder);
        keys = keys();
        services.standIns().salesforce().trust(USER, keys.getPublic());
    }

    @AfterEach
    void stop() {
        if (camel != null) {
            camel.stop();
        }
        services.close();
    }

    @Test
    void logsInByAnAssertionAndOnceMoreWhenTheSessionHasEnded() throws Exception {
        connect(USER, keys.getPrivate());
        assertThat(query()).contains("totalSize");
        services.standIns().salesforce().endSessions();
        assertThat(query()).contains("totalSize");
        assertThat(services.standIns().salesforce().standIn().served())
                .containsEntry("POST /services/oauth2/token → 200", 2L);
    }

    @Test
    void isRefusedWithAnotherKey() throws Exception {
        connect(USER, keys().getPrivate());
        assertThatThrownBy(this::query).hasStackTraceContaining("invalid assertion");
    }

    @Test
    void saysWhatAKeyMustBe() {
        assertThatThrownBy(() -> connect(USER, "-----BEGIN RSA PRIVATE KEY-----"))
                .hasStackTraceContaining("openssl pkcs8 -topk8");
    }

    @ParameterizedTest
    @CsvSource({
        "client, hub@example.com, 120, 200",
        "other, hub@example.com, 120, 400",
        "client, somebody@example.com, 120, 400",
        "client, hub@example.com, 270, 400",
        "client, hub@example.com, -1, 400"
    })
    void standInVerifiesEveryClaim(String issuer, String user, int seconds, int status) throws Exception {
        String claims = "{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":\"%s/salesforce\",\"exp\":%d}"
                .formatted(issuer, user, services.url(), Instant.now().getEpochSecond() + seconds);
        String signed = encoded("{\"alg\":\"RS256\"}") + "." + encoded(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        String form = Services.encoded(Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:jwt-bearer",
                "assertion",
                signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign())));
        var answer = services.send(
                services.request("/salesforce/services/oauth2/token").POST(HttpRequest.BodyPublishers.ofString(form)));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
    }

    private void connect(String user, PrivateKey key) throws Exception {
        connect(
                user,
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
    }

    private void connect(String user, String pem) {
        SalesforceConnection connection = new SalesforceConnection();
        connection.setLoginUrl(services.url() + "/salesforce");
        connection.setClientId("client");
        connection.setJwtUser(user);
        connection.setJwtKey(pem);
        connection.setApiVersion("62.0");
        connection.setLazyLogin(true);
        camel = new DefaultCamelContext();
        camel.disableJMX();
        camel.addComponent("salesforce", connection);
        camel.start();
    }

    private String query() {
        return camel.createProducerTemplate().requestBody("salesforce:query?rawPayload=true", QUERY, String.class);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static KeyPair keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }
}
