package io.attune.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
    @TempDir
    Path home;

    private Configuration load(Map<String, String> environment, Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(properties);
        all.putIfAbsent("attune.home", home.toString());
        return Configuration.load(environment, all);
    }

    @Test
    void everythingHasADefaultExceptWhatConnects() {
        Configuration configuration = load(Map.of(), Map.of());
        assertThat(configuration.profile().batchSize()).isEqualTo(500);
        assertThat(configuration.hub().triggerMaximumAge()).isEqualTo(Duration.ofDays(1));
        assertThat(configuration.salesforce()).isEmpty();
        assertThat(configuration.keyset()).isEqualTo(Path.of("attune-data/keyset.json"));
    }

    @Test
    void laterLayersWin() throws IOException {
        Files.createDirectories(home.resolve("connectors-config"));
        Files.writeString(home.resolve("connectors-config/connectors.properties"), """
                attune.node-name=connectors
                attune.topic.records=connectors
                attune.profile.consumers=3
                attune.kafka.brokers=connectors:1
                """);
        Path file = home.resolve("further.properties");
        Files.writeString(file, """
                attune.topic.records=file
                attune.profile.consumers=4
                attune.kafka.brokers=file:1
                """);
        Configuration configuration = load(
                Map.of("ATTUNE_PROFILE_CONSUMERS", "5", "ATTUNE_KAFKA_BROKERS", "environment:1"),
                Map.of("attune.configuration", file.toString(), "attune.kafka.brokers", "property:1"));
        assertThat(configuration.hub().nodeName()).isEqualTo("connectors");
        assertThat(configuration.kafka().records()).isEqualTo("file");
        assertThat(configuration.profile().consumers()).isEqualTo(5);
        assertThat(configuration.kafka().brokers()).isEqualTo("property:1");
    }

    @Test
    void anUnknownKeyStopsTheStartAndNamesTheNearest() {
        assertThatThrownBy(() -> load(Map.of(), Map.of("attune.kafka.broker", "localhost:1")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("attune.kafka.broker")
                .hasMessageContaining("did you mean attune.kafka.brokers?");
    }

    @Test
    void aBadValueIsToldWithWhatIsAllowed() {
        assertThatThrownBy(() -> load(Map.of(), Map.of("attune.profile.consumers", "many")))
                .hasMessageContaining("'many'")
                .hasMessageContaining("a whole number from 1 to 64");
        assertThatThrownBy(() -> load(Map.of(), Map.of("attune.ledger.retention", "90 days")))
                .hasMessageContaining("P90D");
    }

    @Test
    void aMissingValueOfASectionIsToldWithAnExample() {
        assertThatThrownBy(() -> load(Map.of(), Map.of("attune.twilio.url", "https://api.twilio.com")))
                .hasMessageContaining("attune.twilio.account-sid")
                .hasMessageContaining("ACxxx");
    }

    @Test
    void salesforceIsLoggedInToInExactlyOneWay() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        Map<String, String> base = Map.of(
                "attune.salesforce.login-url", "https://login.salesforce.com", "attune.salesforce.client-id", "id");
        Map<String, String> secret = Map.of("attune.salesforce.client-secret", "s3cret");
        Map<String, String> signed = Map.of(
                "attune.salesforce.jwt-user",
                "hub@example.com",
                "attune.salesforce.jwt-key",
                "file:" + Files.writeString(home.resolve("key.pem"), pem));

        assertThat(load(Map.of(), merged(base, secret))
                        .salesforce()
                        .orElseThrow()
                        .login())
                .isEqualTo(new SalesforceLogin.ClientCredentials("s3cret"));
        assertThat(load(Map.of(), merged(base, signed))
                        .salesforce()
                        .orElseThrow()
                        .login())
                .isInstanceOfSatisfying(SalesforceLogin.JwtBearer.class, login -> {
                    assertThat(login.user()).isEqualTo("hub@example.com");
                    assertThat(login.audience()).isEqualTo("https://login.salesforce.com");
                    assertThat(login.toString()).doesNotContain("PRIVATE");
                });
        assertThatThrownBy(() -> load(Map.of(), base))
                .hasMessageContaining("neither")
                .hasMessageContaining("jwt-key");
        assertThatThrownBy(() -> load(Map.of(), merged(merged(base, secret), signed)))
                .hasMessageContaining("both attune.salesforce.client-secret and attune.salesforce.jwt-key");
        assertThatThrownBy(() -> load(
                        Map.of(),
                        merged(
                                base,
                                Map.of(
                                        "attune.salesforce.jwt-user",
                                        "hub@example.com",
                                        "attune.salesforce.jwt-key",
                                        "file:"
                                                + Files.writeString(
                                                        home.resolve("old.pem"),
                                                        "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n")))))
                .hasMessageContaining("openssl pkcs8")
                .hasMessageNotContaining("AAAA");
    }

    private static Map<String, String> merged(Map<String, String> one, Map<String, String> other) {
        Map<String, String> all = new HashMap<>(one);
        all.putAll(other);
        return all;
    }

    @Test
    void secretsAreReadByReferenceAndNeverShown() throws IOException {
        Path secret = Files.writeString(home.resolve("secret"), "s3cret\n");
        Configuration configuration = load(
                Map.of("SHOP_KEY", "web=k3y"),
                Map.of("attune.database.password", "file:" + secret, "attune.web.write-keys", "env:SHOP_KEY"));
        assertThat(configuration.database().password()).contains("s3cret");
        assertThat(configuration.web().writeKeys()).containsEntry("web", "k3y");
        assertThat(configuration.toString() + configuration.database() + configuration.web())
                .doesNotContain("s3cret", "k3y");
        assertThatThrownBy(() -> load(Map.of(), Map.of("attune.web.write-keys", "hidden")))
                .hasMessageNotContaining("hidden")
                .hasMessageContaining("source=key");
    }

    @Test
    void aBrokenReferenceIsTold() {
        assertThatThrownBy(() -> load(Map.of(), Map.of("attune.database.password", "env:NOWHERE")))
                .hasMessageContaining("env:NOWHERE");
    }

    @Test
    void everySettingDescribesItself() {
        assertThat(Settings.all())
                .allSatisfy(setting -> assertThat(setting.meaning()).isNotBlank())
                .extracting(Setting::environmentName)
                .doesNotHaveDuplicates();
    }
}
