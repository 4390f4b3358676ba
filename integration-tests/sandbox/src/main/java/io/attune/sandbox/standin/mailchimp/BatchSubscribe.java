package io.attune.sandbox.standin.mailchimp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.http.Json;
import io.attune.sandbox.http.Request;
import io.attune.sandbox.http.Response;
import io.attune.sandbox.standin.RequestSchema;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Up to 500 members in one request, of which each may fail on its own while the answer is 200. */
final class BatchSubscribe {
    private static final RequestSchema BATCH = RequestSchema.load("mailchimp-batch");

    private final MailchimpApi api;
    private final Audience audience;

    BatchSubscribe(MailchimpApi api, Audience audience) {
        this.api = api;
        this.audience = audience;
    }

    Response handle(Request request) throws IOException {
        api.onList(request);
        JsonNode body = MailchimpApi.body(request, BATCH);
        ArrayNode created = Json.array();
        ArrayNode updated = Json.array();
        ArrayNode errors = Json.array();
        Set<String> seen = new HashSet<>();
        int at = 0;
        for (JsonNode member : body.get("members")) {
            try {
                if (request.isFailingPartially() && at % 2 == 1) {
                    throw new MemberRefused("Internal", "The sandbox was told to fail", "");
                }
                one(member, body, seen, created, updated);
            } catch (MemberRefused refused) {
                errors.add(error(member, refused));
            }
            at++;
        }
        ObjectNode answer = Json.object();
        answer.set("new_members", created);
        answer.set("updated_members", updated);
        answer.set("errors", errors);
        answer.put("total_created", created.size())
                .put("total_updated", updated.size())
                .put("error_count", errors.size())
                .putArray("_links");
        return Response.json(200, answer);
    }

    private void one(JsonNode member, JsonNode body, Set<String> seen, ArrayNode created, ArrayNode updated) {
        String email = member.get("email_address").asText();
        String id = Audience.idOf(email);
        if (!seen.add(id)) {
            throw new MemberRefused("Duplicate", email + " is repeated in this request", "");
        }
        boolean exists = audience.find(id).isPresent();
        if (exists && !body.path("update_existing").asBoolean(false)) {
            throw new MemberRefused(
                    "Member Exists",
                    email
                            + " is already a list member, do you want to update? please provide update_existing:true in the request body",
                    "");
        }
        Member written = audience.write(id, member, Optional.empty());
        (exists ? updated : created)
                .add(shown(tagged(written, member, body.path("sync_tags").asBoolean(false))));
    }

    private Member tagged(Member member, JsonNode asked, boolean exactly) {
        if (!asked.has("tags")) {
            return member;
        }
        Set<String> active = new LinkedHashSet<>();
        asked.get("tags").forEach(tag -> active.add(tag.asText()));
        Set<String> inactive = new LinkedHashSet<>(exactly ? member.tags() : Set.<String>of());
        inactive.removeAll(active);
        return audience.retag(member.id(), active, inactive).orElse(member);
    }

    private ObjectNode shown(Member member) {
        ObjectNode shown = api.answers().member(member);
        // A batch answers with fewer fields than a single member does.
        shown.remove(List.of("contact_id", "full_name", "web_id", "consents_to_one_to_one_messaging"));
        return shown;
    }

    private static ObjectNode error(JsonNode member, MemberRefused refused) {
        return Json.object()
                .put("email_address", member.path("email_address").asText())
                .put("error", refused.detail())
                .put("error_code", refused.title().equals("Member Exists") ? "ERROR_CONTACT_EXISTS" : "ERROR_GENERIC")
                .put("field", refused.field())
                .put("field_message", refused.field().isEmpty() ? "" : refused.detail());
    }
}
