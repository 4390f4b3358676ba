package io.attune.ingest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;

/** What the hub answers over HTTP (bean {@code answers}); problems as RFC 9457 describes them. Thread-safe. */
public final class HttpAnswers {
    private static final int RETRY_SECONDS = 5;
    /** GIF89a, 1 × 1, transparent. */
    private static final byte[] PIXEL =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    /** Accepted, as Segment says it. */
    public void accepted(Exchange exchange) {
        answer(exchange, 200, "application/json", "{\"success\":true}");
    }

    /** Accepted, as Google Analytics says it: nothing. */
    public void acceptedSilently(Exchange exchange) {
        answer(exchange, 204, "text/plain", "");
    }

    /** Accepted, as Mixpanel says it; what became a reject is not told. */
    public void imported(Exchange exchange) {
        int records = exchange.getMessage().getBody(IngestBatch.class).records().size();
        answer(
                exchange,
                200,
                "application/json",
                "{\"code\":200,\"status\":\"OK\",\"num_records_imported\":" + records + "}");
    }

    /** Accepted, as a transparent image of one pixel that nobody keeps. */
    public void pixel(Exchange exchange) {
        answer(exchange, 200, "image/gif", PIXEL.clone());
        exchange.getMessage().setHeader("Cache-Control", "no-store");
    }

    /** The request was refused: the sender must change it. */
    public void refused(Exchange exchange) {
        RefusedRequest refused = exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, RefusedRequest.class);
        problem(exchange, refused.status(), refused.title(), refused.getMessage());
        if (refused.status() == 401) {
            exchange.getMessage().setHeader("WWW-Authenticate", "Basic realm=\"Attune write key\"");
        }
    }

    /** The hub cannot keep the request now: the sender must send it again later. Nothing of the cause is told. */
    public void unavailable(Exchange exchange) {
        problem(exchange, 503, "Not accepted", "The hub could not store the request; send it again later.");
        exchange.getMessage().setHeader("Retry-After", String.valueOf(RETRY_SECONDS));
    }

    private static void problem(Exchange exchange, int status, String title, String detail) {
        ObjectNode problem = JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        answer(exchange, status, "application/problem+json", problem.toString());
    }

    private static void answer(Exchange exchange, int status, String type, Object body) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, type);
        message.setBody(body);
    }
}
