package io.attune.delivery.projection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.delivery.ChannelAnswer;
import io.attune.delivery.ChannelRequest;
import io.attune.delivery.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Members of a Mailchimp audience as HTTP: pure functions. Thread-safe.
 *
 * <p>The batch call takes a status and would overwrite an opt-out, so it only creates ({@code update_existing: false}) and
 * only whom Mailchimp never acknowledged; everyone else is put singly with {@code status_if_new}. A {@code status} is sent
 * when a consent is newer than what Mailchimp knows, or is withdrawn.
 */
public final class MailchimpMembers {

    /** The most members of a batch call. */
    public static final int MOST_MEMBERS = 500;

    /** The merge fields that must exist, with their types. */
    static final Map<String, String> MERGE_FIELDS = Map.of("FNAME", "text", "LNAME", "text", "ATTUNE_CHN", "number");

    private static final Map<String, String> MERGE_FIELD_NAMES =
            Map.of("FNAME", "First Name", "LNAME", "Last Name", "ATTUNE_CHN", "Churn (Attune)");
    private static final int LONGEST_TEXT = 255;
    private static final Set<String> EXISTS = Set.of("ERROR_CONTACT_EXISTS");
    private static final List<String> COMPLIANCE =
            List.of("compliance state", "forgotten email", "permanently deleted", "was permanently");

    private final MailchimpSettings settings;

    public MailchimpMembers(MailchimpSettings settings) {
        this.settings = settings;
    }

    /** What Mailchimp calls the member with this address. */
    public static String hash(String address) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5")
                    .digest(address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }

    /** Creates members in one call. */
    public ChannelRequest create(Collection<ProjectionClaim> claims) {
        ObjectNode request = Json.object();
        ArrayNode members = request.putArray("members");
        for (ProjectionClaim claim : claims) {
            ObjectNode member = members.addObject();
            member.put("email_address", claim.address().value());
            member.put("email_type", "html");
            member.put("status", "subscribed");
            describe(member, claim.desired());
        }
        request.put("update_existing", false);
        return ChannelRequest.json("POST", list(), headers(), Json.write(request));
    }

    /** Who of a batch was refused, by lower-case address; everyone else was created. */
    public Map<String, MemberError> refused(JsonNode answer) {
        Map<String, MemberError> errors = new HashMap<>();
        for (JsonNode error : answer.path("errors")) {
            errors.put(
                    error.path("email_address").asText().toLowerCase(Locale.ROOT),
                    error(error.path("error_code").asText(), error.path("error").asText()));
        }
        return errors;
    }

    /** Creates or updates one member, without touching an opt-out. */
    public ChannelRequest put(ProjectionClaim claim) {
        ObjectNode member = Json.object();
        member.put("email_address", claim.address().value());
        member.put("status_if_new", claim.retracted() ? "unsubscribed" : "subscribed");
        if (claim.retracted()) {
            member.put("status", "unsubscribed");
        } else if (claim.returned()) {
            member.put("status", "subscribed");
        }
        describe(member, claim.desired());
        return ChannelRequest.json("PUT", member(claim), headers(), Json.write(member));
    }

    /** Sets the tag of every segment, active or not. */
    public ChannelRequest tags(ProjectionClaim claim) {
        ObjectNode request = Json.object();
        ArrayNode tags = request.putArray("tags");
        for (String segment : settings.segments().get()) {
            boolean active = !claim.retracted() && claim.desired().segments().contains(segment);
            tags.addObject().put("name", segment).put("status", active ? "active" : "inactive");
        }
        return ChannelRequest.json("POST", member(claim) + "/tags", headers(), Json.write(request));
    }

    /** Lists the merge fields of the audience. */
    public ChannelRequest mergeFields() {
        return ChannelRequest.get(list() + "/merge-fields", Optional.of("count=1000"), headers());
    }

    /** Those of ours that the audience lacks, each as the body of a POST to the same path. */
    public List<ChannelRequest> missingMergeFields(JsonNode answer) {
        Set<String> present = new HashSet<>();
        answer.path("merge_fields")
                .forEach(field -> present.add(field.path("tag").asText()));
        return MERGE_FIELDS.keySet().stream()
                .filter(tag -> !present.contains(tag))
                .sorted()
                .map(tag -> ChannelRequest.json(
                        "POST",
                        list() + "/merge-fields",
                        headers(),
                        Json.write(Json.object()
                                .put("tag", tag)
                                .put("name", MERGE_FIELD_NAMES.get(tag))
                                .put("type", MERGE_FIELDS.get(tag)))))
                .toList();
    }

    /** What the answer to a call about one member means. */
    public ProjectionOutcome outcome(ChannelAnswer answer, ProjectionClaim claim) {
        if (answer.successful()) {
            return new ProjectionOutcome.Acknowledged(claim);
        }
        JsonNode problem = Json.read(answer.body()).orElseGet(Json::object);
        String text =
                problem.path("title").asText("") + ": " + problem.path("detail").asText("");
        String title = problem.path("title").asText("");
        MemberError error = error(title, text);
        if (error.compliance()) {
            return new ProjectionOutcome.Refused(claim, title);
        }
        String reason = "HTTP " + answer.status() + (title.isEmpty() ? "" : " " + title);
        boolean final400 = answer.status() == 400 || answer.status() == 404 || answer.status() == 405;
        return final400 && !title.isEmpty()
                ? new ProjectionOutcome.Failed(claim, reason)
                : new ProjectionOutcome.Retry(claim, reason);
    }

    private static MemberError error(String code, String text) {
        String lower = (code + " " + text).toLowerCase(Locale.ROOT);
        boolean exists = EXISTS.contains(code) || lower.contains("already a list member");
        return new MemberError(code, exists, COMPLIANCE.stream().anyMatch(lower::contains));
    }

    private static void describe(ObjectNode member, DesiredState desired) {
        ObjectNode fields = member.putObject("merge_fields");
        fields.put("FNAME", text(desired.attribute("given_name")));
        fields.put("LNAME", text(desired.attribute("family_name")));
        Optional.ofNullable(desired.scores().get("churn")).ifPresent(churn -> fields.put("ATTUNE_CHN", churn));
        desired.attribute("language").ifPresent(language -> member.put("language", language));
    }

    private static String text(Optional<String> value) {
        return value.map(text -> text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text)
                .orElse("");
    }

    private String list() {
        return "/lists/" + settings.listId();
    }

    private String member(ProjectionClaim claim) {
        return list() + "/members/" + hash(claim.address().value());
    }

    private Map<String, String> headers() {
        return Map.of(
                "Authorization",
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(("attune:" + settings.apiKey()).getBytes(StandardCharsets.UTF_8)));
    }

    /** Why Mailchimp did not take a member. */
    public record MemberError(String code, boolean exists, boolean compliance) {}
}
