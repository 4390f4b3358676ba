package io.attune.configuration;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The configuration of a node, one typed record a concern, validated as a whole. Immutable. */
public record Configuration(
        HubConfiguration hub,
        DatabaseConfiguration database,
        KafkaConfiguration kafka,
        ProfileConfiguration profile,
        DeliveryConfiguration delivery,
        HazelcastConfiguration hazelcast,
        WebConfiguration web,
        Optional<SalesforceConfiguration> salesforce,
        Optional<MailchimpConfiguration> mailchimp,
        Optional<MandrillConfiguration> mandrill,
        Optional<TwilioConfiguration> twilio,
        Optional<PointOfSaleConfiguration> pointOfSale,
        Optional<SftpConfiguration> sftp,
        Optional<QualityConfiguration> quality,
        Map<String, String> asMap) {

    /** Reads the layers of this process. */
    public static Configuration load() {
        Map<String, String> properties = new LinkedHashMap<>();
        System.getProperties().stringPropertyNames().forEach(key -> properties.put(key, System.getProperty(key)));
        return load(System.getenv(), properties);
    }

    /** Reads the layers, with the environment and the system properties given. */
    public static Configuration load(Map<String, String> environment, Map<String, String> properties) {
        return of(new ConfigurationLoader(environment, properties).load());
    }

    private static Configuration of(Map<String, String> values) {
        Values read = new Values(values);
        return new Configuration(
                HubConfiguration.read(read),
                DatabaseConfiguration.read(read),
                KafkaConfiguration.read(read),
                ProfileConfiguration.read(read),
                DeliveryConfiguration.read(read),
                HazelcastConfiguration.read(read),
                WebConfiguration.read(read),
                read.when("attune.salesforce.login-url", SalesforceConfiguration::read),
                read.when("attune.mailchimp.url", MailchimpConfiguration::read),
                read.when("attune.mandrill.url", MandrillConfiguration::read),
                read.when("attune.twilio.url", TwilioConfiguration::read),
                read.when("attune.pos.url", PointOfSaleConfiguration::read),
                read.when("attune.pos.sftp.host", SftpConfiguration::read),
                read.when("attune.quality.webhook-url", QualityConfiguration::read),
                Map.copyOf(values));
    }

    /** Every key that has a value, with its value, secrets included: for Camel's placeholders. */
    @Override
    public Map<String, String> asMap() {
        return asMap;
    }

    /** The hub's clock: the system's, or in development one that starts at {@code attune.clock.now}. */
    public Clock clock() {
        return hub.now()
                .map(start -> Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), start)))
                .orElse(Clock.systemUTC());
    }

    /** The keyset's file, in {@code attune.data} unless told otherwise. */
    public Path keyset() {
        return hub.keyset();
    }

    /** Names the sections and no value: values hold secrets. */
    @Override
    public String toString() {
        return "Configuration of " + hub.nodeName();
    }
}
