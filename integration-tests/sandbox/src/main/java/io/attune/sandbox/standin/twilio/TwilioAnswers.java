package io.attune.sandbox.standin.twilio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.http.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/** Messages as Twilio shows them. */
final class TwilioAnswers {
    /** RFC 2822, two digits for the day. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final Set<String> NOT_SENT = Set.of("queued", "accepted", "scheduled", "canceled", "failed");

    private TwilioAnswers() {}

    static ObjectNode message(String account, TextMessage message) {
        String uri = "/2010-04-01/Accounts/" + account + "/Messages/" + message.sid();
        ObjectNode shown = Json.object()
                .put("sid", message.sid())
                .put("account_sid", account)
                .put("api_version", "2010-04-01")
                .put("body", message.body())
                .put("direction", message.direction())
                .put("to", message.to())
                .put("status", message.status())
                .put("num_segments", Integer.toString(Segments.count(message.body())))
                .put("num_media", "0")
                .put("date_created", date(message.created()))
                .put("date_updated", date(message.updated()))
                .put("date_sent", NOT_SENT.contains(message.status()) ? null : date(message.updated()))
                .put("from", message.from().isEmpty() ? null : message.from())
                .put("messaging_service_sid", message.service().isEmpty() ? null : message.service())
                .putNull("price")
                .put("price_unit", "USD")
                .put("uri", uri + ".json");
        if (message.errorCode() == 0) {
            shown.putNull("error_code").putNull("error_message");
        } else {
            shown.put("error_code", message.errorCode()).put("error_message", "Error " + message.errorCode());
        }
        shown.putObject("subresource_uris").put("media", uri + "/Media.json");
        return shown;
    }

    static String date(Instant at) {
        return DATE.format(at);
    }
}
