package io.attune.sandbox.pages;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.http.Json;
import io.attune.sandbox.http.Request;
import io.attune.sandbox.http.Response;
import io.attune.sandbox.inbox.Message;
import io.attune.sandbox.standin.StandIns;
import io.attune.sandbox.standin.mailchimp.Member;
import io.attune.sandbox.standin.salesforce.SObject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Predicate;

/**
 * All that the services hold, as JSON, written as it is read: {@code counts}, {@code messages} (oldest first), {@code members}
 * of the audience, {@code contacts}. Parameters: {@code channel}, {@code to}, {@code from} (a position) and {@code limit} for
 * messages; {@code content=false} leaves out bodies, {@code state=false} members and contacts.
 */
public final class InboxJson {
    private static final int CHUNK = 200;

    private final StandIns standIns;

    public InboxJson(StandIns standIns) {
        this.standIns = standIns;
    }

    public Response all(Request request) {
        return Response.streamed("application/json; charset=utf-8", output -> write(request, output));
    }

    public Response summary(Request request) {
        return Response.json(200, Json.MAPPER.valueToTree(standIns.inbox().counts()));
    }

    private void write(Request request, OutputStream output) throws IOException {
        boolean content = request.query("content").map(Boolean::parseBoolean).orElse(true);
        long from = request.query("from").map(Long::parseLong).orElse(0L);
        long limit = request.query("limit").map(Long::parseLong).orElse(Long.MAX_VALUE);
        Predicate<Message> wanted = request.query("channel")
                .<Predicate<Message>>map(channel -> message -> message.channel().equals(channel))
                .orElse(message -> true)
                .and(request.query("to")
                        .<Predicate<Message>>map(to -> message -> message.to().equals(to))
                        .orElse(message -> true));
        try (JsonGenerator json = Json.MAPPER.createGenerator(output)) {
            json.writeStartObject();
            json.writeObjectField("counts", standIns.inbox().counts());
            json.writeArrayFieldStart("messages");
            long written = 0;
            for (long at = from; at < standIns.inbox().size() && written < limit; at += CHUNK) {
                for (Message message : standIns.inbox().from(at, CHUNK)) {
                    if (written < limit && wanted.test(message)) {
                        json.writeTree(message(message, content));
                        written++;
                    }
                }
            }
            json.writeEndArray();
            if (request.query("state").map(Boolean::parseBoolean).orElse(true)) {
                writeState(json);
            }
            json.writeEndObject();
        }
    }

    private void writeState(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("members");
        for (int at = 0; at < standIns.mailchimp().audience().size(); at += CHUNK) {
            for (Member member : standIns.mailchimp().audience().members(at, CHUNK)) {
                json.writeTree(member(member));
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("contacts");
        for (int at = 0; at < standIns.salesforce().contacts().size(); at += CHUNK) {
            for (SObject contact : standIns.salesforce().contacts().from(at, CHUNK)) {
                json.writeTree(Json.MAPPER.valueToTree(contact));
            }
        }
        json.writeEndArray();
    }

    static ObjectNode message(Message message, boolean content) {
        ObjectNode shown = Json.object()
                .put("channel", message.channel())
                .put("id", message.id())
                .put("to", message.to())
                .put("name", message.name())
                .put("from", message.from())
                .put("subject", message.subject())
                .put("time", message.at().toString());
        ArrayNode tags = shown.putArray("tags");
        message.tags().forEach(tags::add);
        shown.set("metadata", Json.MAPPER.valueToTree(message.metadata()));
        shown.set("headers", Json.MAPPER.valueToTree(message.headers()));
        if (content) {
            shown.put("html", message.html().text());
            shown.put("body", message.text().text());
        }
        return shown;
    }

    private static ObjectNode member(Member member) {
        ObjectNode shown = Json.object()
                .put("id", member.id())
                .put("email", member.email())
                .put("status", member.status())
                .put("compliance", member.compliance())
                .put("lastChanged", member.lastChanged().toString());
        shown.set("mergeFields", Json.MAPPER.valueToTree(member.mergeFields()));
        shown.set("tags", Json.MAPPER.valueToTree(member.tags()));
        return shown;
    }
}
