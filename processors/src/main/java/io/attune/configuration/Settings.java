package io.attune.configuration;

import static io.attune.configuration.Setting.optional;
import static io.attune.configuration.Setting.secret;
import static io.attune.configuration.Setting.withDefault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every key that the hub knows. A key that is not here stops the start, so add yours here first. */
public final class Settings {
    private static final List<Setting> ALL = List.of(
            optional("attune.configuration", "file with further keys", "/etc/attune/attune.properties"),
            withDefault("attune.home", ".", "folder of routes, connectors, models and campaigns"),
            withDefault("attune.data", "attune-data", "folder of what the hub writes"),
            withDefault("attune.node-name", "node-1", "name of this node, unique among its peers"),
            withDefault(
                    "attune.public-url",
                    "http://localhost:8080",
                    "base of links and signatures, without a slash at the end"),
            optional(
                    "attune.clock.now",
                    "development only: the instant at which the hub's clock starts",
                    "2026-06-01T00:00:00Z"),
            withDefault("attune.database.url", "jdbc:postgresql://localhost:5432/attune", "JDBC URL of PostgreSQL"),
            withDefault("attune.database.user", "attune", "user of the database, owner of its schema"),
            secret("attune.database.password", "password of the database's user"),
            withDefault("attune.kafka.brokers", "localhost:9092", "Kafka brokers, comma separated"),
            withDefault("attune.topic.records", "attune.records", "topic of canonical records"),
            withDefault("attune.topic.rejects", "attune.rejects", "topic of records that failed on their way in"),
            withDefault("attune.topic.web-events", "attune.web-events", "topic of web events in Segment's form"),
            optional(
                    "attune.encryption.keyset",
                    "file of the keys; generated in attune.data when absent",
                    "/etc/attune/keyset.json"),
            withDefault("attune.ledger.retention", "P90D", "how long a repeated record is recognized, ISO 8601"),
            withDefault("attune.score.at", "02:30", "hour of the day, UTC, at which everybody is scored"),
            withDefault("attune.trigger.maximum-age", "PT24H", "age from which an event no longer triggers, ISO 8601"),
            optional("attune.salesforce.login-url", "where tokens are asked for", "https://login.salesforce.com"),
            secret("attune.salesforce.client-id", "id of the connected app"),
            secret("attune.salesforce.client-secret", "secret of the connected app; this, or jwt-user and jwt-key"),
            optional("attune.salesforce.jwt-user", "user that signed assertions speak for", "hub@example.com"),
            secret("attune.salesforce.jwt-key", "RSA key that signs assertions, PKCS#8 in PEM; or client-secret"),
            optional(
                    "attune.salesforce.jwt-audience",
                    "audience of assertions; login-url when absent",
                    "https://login.salesforce.com"),
            withDefault("attune.salesforce.api-version", "62.0", "version of Salesforce's API"),
            withDefault("attune.salesforce.poll-interval", "PT10S", "pause between polls, ISO 8601"),
            withDefault("attune.salesforce.overlap", "PT5M", "how far a poll reads back, ISO 8601"),
            withDefault("attune.salesforce.page-size", "2000", "rows of a page of the first load, held at a time"),
            withDefault(
                    "attune.salesforce.limit-percent",
                    "80",
                    "percent of the organization's daily calls at which polling pauses"),
            withDefault(
                    "attune.salesforce.limit-pause", "PT15M", "how long polling pauses when calls run out, ISO 8601"),
            optional("attune.mailchimp.url", "base URL of the Marketing API", "https://us1.api.mailchimp.com/3.0"),
            secret("attune.mailchimp.api-key", "key of the Marketing API"),
            optional("attune.mailchimp.list-id", "audience that profiles are mirrored into", "a1b2c3d4e5"),
            secret("attune.mailchimp.webhook-secret", "last part of the webhook's path"),
            optional("attune.mandrill.url", "base URL of the transactional API", "https://mandrillapp.com/api/1.0"),
            secret("attune.mandrill.api-key", "key of the transactional API"),
            secret("attune.mandrill.webhook-key", "key that signs the webhook"),
            optional("attune.mandrill.from-email", "sender of e-mails", "hello@example.com"),
            optional("attune.mandrill.from-name", "name of the sender", "Example Shop"),
            optional("attune.twilio.url", "base URL of Twilio", "https://api.twilio.com/2010-04-01"),
            optional("attune.twilio.account-sid", "account", "ACxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
            secret("attune.twilio.auth-token", "token of the account; also signs the webhooks"),
            optional("attune.twilio.from", "sender of messages, E.164", "+15005550006"),
            optional(
                    "attune.pos.url", "JDBC URL of the point-of-sale database", "jdbc:postgresql://localhost:5432/pos"),
            optional("attune.pos.user", "user of the point-of-sale database", "pos_reader"),
            secret("attune.pos.password", "password of the point-of-sale database's user"),
            optional("attune.pos.files", "folder that receipts are dropped into as CSV files", "/var/attune/receipts"),
            optional("attune.pos.sftp.host", "SFTP server that receipts are put onto as CSV files", "sftp.example.com"),
            withDefault("attune.pos.sftp.port", "22", "port of the SFTP server"),
            withDefault("attune.pos.sftp.folder", "receipts", "folder on the SFTP server, relative to the user's own"),
            optional("attune.pos.sftp.user", "user on the SFTP server", "attune"),
            secret("attune.pos.sftp.password", "password of that user, where there is no private key"),
            optional("attune.pos.sftp.private-key", "file of that user's private key", "/run/secrets/attune-sftp-key"),
            secret("attune.pos.sftp.passphrase", "what the private key is locked with, if it is"),
            optional(
                    "attune.pos.sftp.known-hosts",
                    "file with the SFTP server's own key, in the form of OpenSSH",
                    "/etc/attune/known_hosts"),
            withDefault("attune.pos.poll-interval", "PT10S", "pause between polls, ISO 8601"),
            withDefault("attune.pos.overlap", "PT5M", "how far a poll reads back, ISO 8601"),
            secret("attune.web.write-keys", "write keys of web sources, comma separated source=key"),
            optional("attune.quality.webhook-url", "where alerts are sent", "https://alerts.example.com/attune"),
            secret("attune.quality.webhook-secret", "what alerts are signed with"),
            withDefault("attune.profile.consumers", "2", "consumers of the profile way in this node"),
            withDefault("attune.profile.batch-size", "500", "records in a batch, at most"),
            withDefault(
                    "attune.delivery.lease",
                    "PT60S",
                    "how long a claimed message is held by a node that does not report, ISO 8601, 2 s or more"),
            withDefault(
                    "attune.delivery.settle",
                    "PT30S",
                    "how long a channel's search may lag behind its sending, ISO 8601"),
            withDefault("attune.hazelcast.port", "0", "port of the shared memory; 0 takes a free one"),
            withDefault(
                    "attune.hazelcast.members",
                    "",
                    "addresses of the other nodes, comma separated; empty for a single node"));

    private static final Map<String, Setting> BY_KEY = index();

    private Settings() {}

    public static List<Setting> all() {
        return ALL;
    }

    public static Optional<Setting> find(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    private static Map<String, Setting> index() {
        Map<String, Setting> byKey = new LinkedHashMap<>();
        ALL.forEach(setting -> byKey.put(setting.key(), setting));
        return byKey;
    }
}
