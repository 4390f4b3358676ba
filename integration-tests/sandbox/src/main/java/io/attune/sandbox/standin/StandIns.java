package io.attune.sandbox.standin;

import io.attune.sandbox.Secrets;
import io.attune.sandbox.feedback.HubAddress;
import io.attune.sandbox.feedback.Postman;
import io.attune.sandbox.http.LocalServer;
import io.attune.sandbox.inbox.Inbox;
import io.attune.sandbox.standin.mailchimp.Mailchimp;
import io.attune.sandbox.standin.mailchimp.MailchimpWebhook;
import io.attune.sandbox.standin.mandrill.Mandrill;
import io.attune.sandbox.standin.mandrill.MandrillWebhook;
import io.attune.sandbox.standin.salesforce.Salesforce;
import io.attune.sandbox.standin.twilio.Twilio;
import io.attune.sandbox.standin.twilio.TwilioCallbacks;
import io.attune.sandbox.store.Journal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The four services, what they keep, and the way back to the hub. Thread-safe. */
public final class StandIns implements AutoCloseable {
    private final Journal journal;
    private final Postman postman = new Postman();
    private final HubAddress hub;
    private final MandrillWebhook mandrillWebhook;
    private final Inbox inbox;
    private final Salesforce salesforce;
    private final Mailchimp mailchimp;
    private final Mandrill mandrill;
    private final Twilio twilio;
    private final Answers answers;

    /**
     * Opens what the services remember.
     *
     * @param file keeps their state over restarts
     * @param sender the number that the account may send from
     * @param url where the services are reached
     * @param ids makes ids of 32 hexadecimal digits, never the same twice
     */
    public StandIns(Path file, Secrets secrets, String sender, String url, Clock clock, Supplier<String> ids) {
        this.journal = new Journal(file);
        this.hub = new HubAddress(journal);
        this.inbox = new Inbox(journal);
        this.salesforce = new Salesforce(
                secrets.salesforceClientId(),
                secrets.salesforceClientSecret(),
                url + "/salesforce",
                journal,
                clock,
                ids);
        this.mailchimp = new Mailchimp(
                secrets.mailchimpApiKey(),
                secrets.mailchimpListId(),
                journal,
                new MailchimpWebhook(secrets.mailchimpListId(), secrets.mailchimpWebhookSecret(), hub, postman, clock),
                clock);
        this.mandrillWebhook = new MandrillWebhook(secrets.mandrillWebhookKey(), hub, postman);
        this.mandrill = new Mandrill(secrets.mandrillApiKey(), journal, inbox, mandrillWebhook, clock, ids);
        this.twilio = new Twilio(
                secrets.twilioAccountSid(),
                secrets.twilioAuthToken(),
                sender,
                url + "/twilio",
                journal,
                inbox,
                new TwilioCallbacks(secrets.twilioAccountSid(), secrets.twilioAuthToken(), hub, postman),
                clock,
                ids);
        this.answers = new Answers(journal, inbox, mandrill, twilio, postman);
        journal.open();
        mailchimp.open();
    }

    /** Offers the services under their paths. */
    public void mount(LocalServer server) {
        all().forEach((name, standIn) -> server.mount("/" + name + "/", standIn));
    }

    /** The services by name: salesforce, mailchimp, mandrill, twilio. */
    public Map<String, StandIn> all() {
        Map<String, StandIn> all = new LinkedHashMap<>();
        all.put("salesforce", salesforce.standIn());
        all.put("mailchimp", mailchimp.standIn());
        all.put("mandrill", mandrill.standIn());
        all.put("twilio", twilio.standIn());
        return all;
    }

    /** Tells where the hub listens; feedback that waited for it goes out. */
    public void hubListensAt(String publicUrl) {
        hub.publicUrl(publicUrl);
        mandrillWebhook.flushSoon();
    }

    /** E-mail events that the hub has not been told yet. */
    public int feedbackWaiting() {
        return mandrillWebhook.waiting();
    }

    /** E-mail events given up because too many waited for a hub that never came. */
    public long feedbackDropped() {
        return mandrillWebhook.dropped();
    }

    public HubAddress hub() {
        return hub;
    }

    public Postman postman() {
        return postman;
    }

    public Inbox inbox() {
        return inbox;
    }

    public Answers answers() {
        return answers;
    }

    public Salesforce salesforce() {
        return salesforce;
    }

    public Mailchimp mailchimp() {
        return mailchimp;
    }

    public Mandrill mandrill() {
        return mandrill;
    }

    public Twilio twilio() {
        return twilio;
    }

    @Override
    public void close() {
        postman.close();
        journal.close();
    }
}
