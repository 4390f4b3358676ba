package io.attune.sandbox.population.wiring;

import io.attune.sandbox.Sandbox;
import io.attune.sandbox.population.sink.Contact;
import io.attune.sandbox.population.sink.HttpWebEvents;
import io.attune.sandbox.population.sink.JdbcSales;
import io.attune.sandbox.population.sink.KafkaWebEvents;
import io.attune.sandbox.population.sink.SalesforceSink;
import io.attune.sandbox.population.sink.Sinks;
import io.attune.sandbox.population.sink.WebEventSink;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Map;

/** Lets a population leave its traces in a sandbox. */
public final class SandboxSinks {
    private SandboxSinks() {}

    /** Web events by way of Kafka, as a history comes; close what {@link #kafka} gave afterwards. */
    public static Sinks of(Sandbox sandbox, WebEventSink web) {
        return new Sinks(salesforce(sandbox), web, new JdbcSales(sandbox.till()));
    }

    /** The topic of web events. To be closed. */
    public static KafkaWebEvents kafka(Sandbox sandbox) {
        Map<String, String> keys = sandbox.hubConfiguration();
        return new KafkaWebEvents(keys.get("attune.kafka.brokers"), keys.get("attune.topic.web-events"));
    }

    /** The hub's {@code /v1/batch}, with the write key that the sandbox made. */
    public static HttpWebEvents http(Sandbox sandbox, HttpClient client, URI hub, Clock clock) {
        return new HttpWebEvents(client, hub, sandbox.secrets().webWriteKey(), clock);
    }

    private static SalesforceSink salesforce(Sandbox sandbox) {
        return contacts -> sandbox.standIns()
                .salesforce()
                .contacts()
                .put(contacts.stream().map(Contact::fields).toList());
    }
}
