package io.attune.sandbox;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the hub must be told to use a sandbox, under the hub's own configuration keys. */
final class HubConfiguration {
    private HubConfiguration() {}

    /** @param receipts folder that receipts are dropped into as files */
    static Map<String, String> of(SandboxPorts ports, Secrets secrets, Path receipts) {
        String http = "http://127.0.0.1:" + ports.http();
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("attune.database.url", "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/attune");
        keys.put("attune.database.user", "attune");
        keys.put("attune.database.password", secrets.databasePassword());
        keys.put("attune.kafka.brokers", "127.0.0.1:" + ports.kafka());
        keys.put("attune.topic.records", "attune.records");
        keys.put("attune.topic.rejects", "attune.rejects");
        keys.put("attune.topic.web-events", "attune.web-events");
        keys.put("attune.salesforce.login-url", http + "/salesforce");
        keys.put("attune.salesforce.client-id", secrets.salesforceClientId());
        keys.put("attune.salesforce.client-secret", secrets.salesforceClientSecret());
        keys.put("attune.mailchimp.url", http + "/mailchimp/3.0");
        keys.put("attune.mailchimp.api-key", secrets.mailchimpApiKey());
        keys.put("attune.mailchimp.list-id", secrets.mailchimpListId());
        keys.put("attune.mailchimp.webhook-secret", secrets.mailchimpWebhookSecret());
        keys.put("attune.mandrill.url", http + "/mandrill/api/1.0");
        keys.put("attune.mandrill.api-key", secrets.mandrillApiKey());
        keys.put("attune.mandrill.webhook-key", secrets.mandrillWebhookKey());
        keys.put("attune.mandrill.from-email", "hello@shop.example");
        keys.put("attune.mandrill.from-name", "Example Shop");
        keys.put("attune.twilio.url", http + "/twilio/2010-04-01");
        keys.put("attune.twilio.account-sid", secrets.twilioAccountSid());
        keys.put("attune.twilio.auth-token", secrets.twilioAuthToken());
        keys.put("attune.twilio.from", SENDER);
        keys.put("attune.pos.url", "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/pos");
        keys.put("attune.pos.user", "pos");
        keys.put("attune.pos.password", secrets.posPassword());
        keys.put("attune.pos.files", receipts.toAbsolutePath().toString());
        keys.put("attune.web.write-keys", "web=" + secrets.webWriteKey());
        return keys;
    }

    /** The one number that Twilio lets a test account send from. */
    static final String SENDER = "+15005550006";
}
