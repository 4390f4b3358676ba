package io.attune.feedback;

import io.attune.consent.SuppressionStore;
import io.attune.crypto.Encryption;
import io.attune.database.Database;
import io.attune.delivery.PublicUrl;
import io.attune.delivery.Receipts;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The steps of the feedback routes (bean {@code feedback}). Thread-safe.
 *
 * <p>Every method takes the HTTP request as Camel's servlet gives it: the raw form body, headers, {@code CamelHttpQuery}. It
 * leaves in the body a list of {@link FeedbackRecord}s, empty when the report was refused; split it, set {@code kafka.KEY}
 * to {@code ${body.partitionKey}} and the body to {@code ${body.json}}, send it to the topic of records, and end the route
 * with {@link #answer}: the sender is answered only once Kafka has acknowledged.
 */
public final class Feedback {

    private static final String ANSWER = "attuneFeedbackAnswer";

    private final Optional<MandrillWebhook> mandrill;
    private final Optional<TwilioWebhook> twilio;
    private final Optional<MailchimpWebhook> mailchimp;
    private final Unsubscribing unsubscribing;

    public Feedback(
            FeedbackSettings settings,
            Database database,
            Receipts receipts,
            SuppressionStore suppressions,
            Encryption encryption,
            Clock clock) {
        Refusals refusals = new Refusals(database, suppressions, encryption);
        FeedbackRecords records = new FeedbackRecords(clock);
        this.mandrill = settings.mandrillWebhookKey()
                .map(key -> new MandrillWebhook(
                        new MandrillSignature(key),
                        PublicUrl.path(settings.publicUrl(), "/v1/feedback/mandrill"),
                        receipts,
                        refusals,
                        records));
        this.twilio = settings.twilioAuthToken()
                .map(token -> new TwilioWebhook(
                        new TwilioSignature(token), settings.publicUrl(), receipts, refusals, records, clock));
        this.mailchimp =
                settings.mailchimpWebhookSecret().map(secret -> new MailchimpWebhook(secret, refusals, records, clock));
        this.unsubscribing = new Unsubscribing(receipts, refusals, records, clock);
    }

    /** {@code POST /v1/feedback/mandrill}; HEAD and GET are probes that the route answers itself. */
    public void mandrill(Exchange exchange) {
        take(exchange, mandrill.map(each -> each.receive(header(exchange, "X-Mandrill-Signature"), body(exchange))));
    }

    /** {@code POST /v1/feedback/twilio/status?token=…}. */
    public void twilioStatus(Exchange exchange) {
        take(
                exchange,
                twilio.map(
                        each -> each.status(header(exchange, "X-Twilio-Signature"), query(exchange), body(exchange))));
    }

    /** {@code POST /v1/feedback/twilio/inbound}. */
    public void twilioInbound(Exchange exchange) {
        take(
                exchange,
                twilio.map(
                        each -> each.inbound(header(exchange, "X-Twilio-Signature"), query(exchange), body(exchange))));
    }

    /** {@code POST /v1/feedback/mailchimp/{secret}}: the secret is the last part of the path. */
    public void mailchimp(Exchange exchange) {
        Optional<String> signature =
                Optional.of(header(exchange, "X-Mailchimp-Signature")).filter(text -> !text.isEmpty());
        take(exchange, mailchimp.map(each -> each.receive(lastPart(exchange), signature, body(exchange))));
    }

    /** {@code GET /v1/unsubscribe/{token}}: shows a page, and changes nothing. */
    public void unsubscribePage(Exchange exchange) {
        take(exchange, Optional.of(unsubscribing.page(lastPart(exchange))));
    }

    /** {@code POST /v1/unsubscribe/{token}}: unsubscribes. */
    public void unsubscribe(Exchange exchange) {
        take(exchange, Optional.of(unsubscribing.leave(lastPart(exchange))));
    }

    /** Makes the exchange the answer to the sender. */
    public void answer(Exchange exchange) {
        FeedbackAnswer answer = exchange.getProperty(ANSWER, FeedbackAnswer.class);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
        message.setHeader(Exchange.CONTENT_TYPE, answer.contentType());
        message.setBody(answer.body());
    }

    private static void take(Exchange exchange, Optional<FeedbackAnswer> taken) {
        FeedbackAnswer answer = taken.orElseGet(() -> FeedbackAnswer.refused(404, "This channel is not configured"));
        exchange.setProperty(ANSWER, answer);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(answer.records());
    }

    private static String header(Exchange exchange, String name) {
        return Optional.ofNullable(exchange.getMessage().getHeader(name, String.class))
                .orElse("");
    }

    private static String body(Exchange exchange) {
        return Optional.ofNullable(exchange.getMessage().getBody(String.class)).orElse("");
    }

    private static String query(Exchange exchange) {
        return header(exchange, Exchange.HTTP_QUERY);
    }

    private static String lastPart(Exchange exchange) {
        String path = header(exchange, Exchange.HTTP_PATH);
        String address = path.isEmpty() ? header(exchange, Exchange.HTTP_URI) : path;
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
