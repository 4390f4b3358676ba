package io.attune.sandbox.standin.mandrill;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.http.Json;
import java.time.Instant;

/** Sendings as Mandrill shows them. */
final class MandrillAnswers {
    private static final String ADDRESS = "127.0.0.1";
    private static final String PLACE = "Sandbox";
    private static final String BROWSER = "Attune sandbox";

    private MandrillAnswers() {}

    static ObjectNode result(Sending sending) {
        boolean invalid = sending.rejectReason().equals("invalid");
        ObjectNode result = Json.object()
                .put("email", sending.email())
                .put("status", invalid ? "invalid" : sending.state())
                .put("_id", sending.id());
        // The contract's enumerations have no null: what does not apply is left out.
        sending.rejection().ifPresent(reason -> result.put("reject_reason", reason));
        return result;
    }

    static ObjectNode message(Sending sending) {
        ObjectNode message = Json.object()
                .put("ts", sending.at().getEpochSecond())
                .put("_id", sending.id())
                .put("state", sending.state())
                .put("subject", sending.subject())
                .put("email", sending.email())
                .put("sender", sending.sender())
                .putNull("template")
                .putNull("subaccount")
                .putNull("diag")
                .put("opens", sending.opens().size())
                .put("clicks", sending.clicks().size());
        ArrayNode tags = message.putArray("tags");
        sending.tags().forEach(tags::add);
        ObjectNode metadata = message.putObject("metadata");
        sending.metadata().forEach(metadata::put);
        ArrayNode opens = message.putArray("opens_detail");
        sending.opens().forEach(open -> opens.add(detail(open.at())));
        ArrayNode clicks = message.putArray("clicks_detail");
        sending.clicks().forEach(click -> clicks.add(detail(click.at()).put("url", click.url())));
        message.putArray("resends");
        ArrayNode events = message.putArray("smtp_events");
        if (sending.state().equals("sent")) {
            events.add(Json.object()
                    .put("ts", sending.at().getEpochSecond())
                    .put("type", "sent")
                    .put("diag", "250 OK")
                    .put("source_ip", ADDRESS)
                    .put("destination_ip", ADDRESS)
                    .put("size", 0));
        }
        sending.rejection()
                .ifPresentOrElse(
                        reason -> message.set(
                                "reject",
                                Json.object()
                                        .put("reason", reason)
                                        .put("last_event_at", sending.at().toString())),
                        () -> message.putNull("reject"));
        return message;
    }

    private static ObjectNode detail(Instant at) {
        return Json.object()
                .put("ts", at.getEpochSecond())
                .put("ip", ADDRESS)
                .put("location", PLACE)
                .put("ua", BROWSER);
    }
}
