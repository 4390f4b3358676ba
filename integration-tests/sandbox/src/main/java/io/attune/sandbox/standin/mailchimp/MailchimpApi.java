package io.attune.sandbox.standin.mailchimp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.http.Json;
import io.attune.sandbox.http.Request;
import io.attune.sandbox.http.Response;
import io.attune.sandbox.standin.RequestSchema;
import io.attune.sandbox.standin.RequestSchema.Violation;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The operations of Mailchimp Marketing that a client calls. */
final class MailchimpApi {
    private static final RequestSchema PUT = RequestSchema.load("mailchimp-member-put");
    private static final RequestSchema PATCH = RequestSchema.load("mailchimp-member-patch");
    private static final RequestSchema TAGS = RequestSchema.load("mailchimp-tags");
    private static final RequestSchema MERGE_FIELD = RequestSchema.load("mailchimp-merge-field");
    private static final int MOST_MERGE_FIELDS = 80;

    private final String apiKey;
    private final String list;
    private final Audience audience;
    private final MailchimpAnswers answers;

    MailchimpApi(String apiKey, String list, Audience audience) {
        this.apiKey = apiKey;
        this.list = list;
        this.audience = audience;
        this.answers = new MailchimpAnswers(list, audience);
    }

    Response ping(Request request) {
        authenticate(request);
        return Response.json(200, Json.object().put("health_status", "Everything's Chimpy!"));
    }

    Response list(Request request) {
        onList(request);
        return Response.json(200, answers.list());
    }

    Response members(Request request) {
        onList(request);
        int count = number(request, "count", 10, 1000);
        int offset = number(request, "offset", 0, Integer.MAX_VALUE);
        ObjectNode answer = Json.object();
        ArrayNode members = answer.putArray("members");
        audience.members(offset, count).forEach(member -> members.add(answers.member(member)));
        answer.put("list_id", list).put("total_items", audience.size()).putArray("_links");
        return Response.json(200, answer);
    }

    Response member(Request request) {
        onList(request);
        return Response.json(200, answers.member(known(request)));
    }

    Response putMember(Request request) throws IOException {
        onList(request);
        JsonNode body = body(request, PUT);
        String id = id(request);
        if (!id.equals(Audience.idOf(body.get("email_address").asText()))
                && audience.find(id).isEmpty()) {
            throw MailchimpErrors.invalid(List.of(
                    new Violation("email_address", "The address does not belong to the subscriber hash " + id)));
        }
        return write(id, body, Optional.of(body.get("status_if_new").asText()));
    }

    Response patchMember(Request request) throws IOException {
        onList(request);
        known(request);
        return write(id(request), body(request, PATCH), Optional.empty());
    }

    private Response write(String id, JsonNode body, Optional<String> statusIfNew) {
        try {
            return Response.json(200, answers.member(audience.write(id, body, statusIfNew)));
        } catch (MemberRefused refused) {
            throw MailchimpErrors.refused(refused);
        }
    }

    Response archiveMember(Request request) {
        onList(request);
        audience.archive(known(request).id());
        return Response.empty(204);
    }

    Response forgetMember(Request request) {
        onList(request);
        audience.forget(known(request).id());
        return Response.empty(204);
    }

    Response tags(Request request) {
        onList(request);
        return Response.json(200, answers.tags(known(request)));
    }

    Response changeTags(Request request) throws IOException {
        onList(request);
        Set<String> active = new LinkedHashSet<>();
        Set<String> inactive = new LinkedHashSet<>();
        for (JsonNode tag : body(request, TAGS).get("tags")) {
            (tag.get("status").asText().equals("active") ? active : inactive)
                    .add(tag.get("name").asText());
        }
        audience.retag(known(request).id(), active, inactive);
        return Response.empty(204);
    }

    Response mergeFields(Request request) {
        onList(request);
        int count = number(request, "count", 10, 1000);
        int offset = number(request, "offset", 0, Integer.MAX_VALUE);
        ObjectNode answer = Json.object();
        ArrayNode fields = answer.putArray("merge_fields");
        audience.mergeFields().all().stream()
                .skip(offset)
                .limit(count)
                .forEach(field -> fields.add(answers.mergeField(field)));
        answer.put("list_id", list)
                .put("total_items", audience.mergeFields().all().size())
                .putArray("_links");
        return Response.json(200, answer);
    }

    Response createMergeField(Request request) throws IOException {
        onList(request);
        JsonNode body = body(request, MERGE_FIELD);
        String name = body.get("name").asText();
        String tag = body.hasNonNull("tag") ? body.get("tag").asText() : MergeFields.tagOf(name);
        if (audience.mergeFields().exists(tag)) {
            throw MailchimpErrors.invalid(List.of(
                    new Violation("tag", "A Merge Field with the tag \"" + tag + "\" already exists for this list.")));
        }
        if (audience.mergeFields().all().size() >= MOST_MERGE_FIELDS) {
            throw MailchimpErrors.invalid(List.of(new Violation("tag", "A list holds at most 80 merge fields")));
        }
        MergeField field = audience.mergeFields()
                .create(
                        tag,
                        name,
                        body.get("type").asText(),
                        body.path("required").asBoolean(false),
                        body.path("default_value").asText(""));
        return Response.json(200, answers.mergeField(field));
    }

    MailchimpAnswers answers() {
        return answers;
    }

    /** Authenticates, and refuses another list than the one there is. */
    void onList(Request request) {
        authenticate(request);
        if (!request.parameter("list").equals(list)) {
            throw MailchimpErrors.notFound();
        }
    }

    private void authenticate(Request request) {
        boolean basic = request.credentials()
                .filter(who -> who.password().equals(apiKey))
                .isPresent();
        boolean bearer = request.header("Authorization")
                .filter(("Bearer " + apiKey)::equals)
                .isPresent();
        if (!basic && !bearer) {
            throw MailchimpErrors.unauthorized();
        }
    }

    private Member known(Request request) {
        return audience.find(id(request)).orElseThrow(MailchimpErrors::notFound);
    }

    /** The hash, or an address written in its place, which the service takes too. */
    private static String id(Request request) {
        String hash = request.parameter("hash");
        return hash.contains("@") ? Audience.idOf(hash) : hash;
    }

    static JsonNode body(Request request, RequestSchema schema) throws IOException {
        JsonNode body = request.json();
        List<Violation> violations = schema.violations(body);
        if (!violations.isEmpty()) {
            throw MailchimpErrors.invalid(violations);
        }
        return body;
    }

    private static int number(Request request, String name, int usual, int most) {
        String text = request.query(name).orElse(Integer.toString(usual));
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > most) {
            throw MailchimpErrors.invalid(List.of(new Violation(name, "Must be a number of at most " + most)));
        }
        return Integer.parseInt(text);
    }
}
