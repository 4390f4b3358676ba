package io.attune.pipeline;

import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import io.attune.quality.QualityHistory;
import io.attune.quality.QualityMeters;
import io.attune.quality.alert.Alert;
import io.attune.quality.alert.AlertWebhook;
import io.attune.quality.alert.QualityAlerts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** What is done for quality by the clock (bean {@code quality}). Thread-safe. */
public final class QualityJob {
    /** The alert that a message tells of. */
    private static final String ALERT = "attuneAlert";

    private static final Duration SHOWN = Duration.ofHours(1);

    private final QualityHistory history;
    private final QualityAlerts alerts;
    private final QualityMeters meters;
    private final Optional<AlertWebhook> webhook;
    private final BooleanSupplier leads;

    public QualityJob(
            QualityHistory history,
            QualityAlerts alerts,
            QualityMeters meters,
            Optional<AlertWebhook> webhook,
            BooleanSupplier leads) {
        this.history = history;
        this.alerts = alerts;
        this.meters = meters;
        this.webhook = webhook;
        this.leads = leads;
    }

    /** Has the leader hold every rule against every source, and every node show the figures as metrics. */
    public void run() {
        if (leads.getAsBoolean()) {
            alerts.evaluate();
        }
        meters.show(history.summary(SHOWN), alerts.open());
    }

    /** Forgets old figures; answers how many rows. */
    public int forget() {
        return history.forget();
    }

    /** What the webhook must still be told; nothing on a node that does not lead. */
    public List<Alert> untold() {
        return leads.getAsBoolean() ? alerts.untold() : List.of();
    }

    /** Makes the request that tells of the alert in the body. */
    public void request(Exchange exchange) {
        AlertWebhook writer = webhook.orElseThrow(
                () -> new IllegalStateException("no secret is configured to sign what the webhook is told"));
        Message message = exchange.getMessage();
        Alert alert = message.getBody(Alert.class);
        String body = writer.body(alert);
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_METHOD, "POST");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setHeader("X-Attune-Signature", writer.signature(body));
        message.setBody(body);
        exchange.setProperty(ALERT, alert);
    }

    /**
     * Notes that the webhook took it.
     *
     * @throws AttuneException when it answered anything but 2xx; names no address, since many webhooks hold their key in it
     */
    public void told(Exchange exchange) {
        int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        if (status / 100 != 2) {
            throw new AttuneException(
                    "WEBHOOK_REFUSED",
                    ErrorCategory.EXTERNAL,
                    "the webhook of attune.quality.webhook-url answered " + status + "; it is told again");
        }
        alerts.told(exchange.getProperty(ALERT, Alert.class));
    }
}
