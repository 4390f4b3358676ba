package io.attune.sandbox.standin.mailchimp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.http.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** An audience as Mailchimp shows it. */
final class MailchimpAnswers {
    private final String list;
    private final Audience audience;

    MailchimpAnswers(String list, Audience audience) {
        this.list = list;
        this.audience = audience;
    }

    ObjectNode member(Member member) {
        ObjectNode shown = Json.object()
                .put("id", member.id())
                .put("email_address", member.email())
                .put("unique_email_id", member.id().substring(0, 10))
                .put("contact_id", member.id())
                .put("full_name", fullName(member))
                .put("web_id", member.webId())
                .put("email_type", member.emailType())
                .put("status", member.status());
        if (member.status().equals("unsubscribed")) {
            shown.put(
                    "unsubscribe_reason",
                    member.compliance() ? "N/A (Unsubscribed by the contact)" : "N/A (Unsubscribed by admin)");
        }
        shown.put("consents_to_one_to_one_messaging", true);
        shown.set("merge_fields", mergeFields(member));
        shown.set("interests", Json.MAPPER.valueToTree(member.interests()));
        shown.putObject("stats").put("avg_open_rate", 0).put("avg_click_rate", 0);
        shown.put("ip_signup", "")
                .put("timestamp_signup", at(member.signedUp()))
                .put("ip_opt", "127.0.0.1")
                .put("timestamp_opt", at(member.optedIn()))
                .put("member_rating", 2)
                .put("last_changed", at(member.lastChanged()))
                .put("language", member.language())
                .put("vip", member.vip())
                .put("email_client", "");
        shown.putObject("location")
                .put("latitude", 0)
                .put("longitude", 0)
                .put("gmtoff", 0)
                .put("dstoff", 0)
                .put("country_code", "")
                .put("timezone", "")
                .put("region", "");
        shown.put("source", "API").put("tags_count", member.tags().size());
        ArrayNode tags = shown.putArray("tags");
        member.tags()
                .forEach(tag ->
                        tags.add(Json.object().put("id", audience.tagId(tag)).put("name", tag)));
        shown.put("list_id", list).putArray("_links");
        return shown;
    }

    /** Every column is shown, those without a value as empty. */
    private ObjectNode mergeFields(Member member) {
        ObjectNode values = Json.object();
        audience.mergeFields().all().forEach(field -> values.put(field.tag(), field.defaultValue()));
        member.mergeFields().forEach((tag, value) -> values.set(tag, Json.MAPPER.valueToTree(value)));
        return values;
    }

    private static String fullName(Member member) {
        return (member.mergeFields().getOrDefault("FNAME", "") + " "
                        + member.mergeFields().getOrDefault("LNAME", ""))
                .strip();
    }

    ObjectNode tags(Member member) {
        ObjectNode answer = Json.object();
        ArrayNode tags = answer.putArray("tags");
        member.tags()
                .forEach(tag -> tags.add(Json.object()
                        .put("id", audience.tagId(tag))
                        .put("name", tag)
                        .put("date_added", at(member.lastChanged()))));
        answer.put("total_items", member.tags().size()).putArray("_links");
        return answer;
    }

    ObjectNode mergeField(MergeField field) {
        ObjectNode shown = Json.object()
                .put("merge_id", field.id())
                .put("tag", field.tag())
                .put("name", field.name())
                .put("type", field.type())
                .put("required", field.required())
                .put("default_value", field.defaultValue())
                .put("public", false)
                .put("display_order", field.id() + 1);
        shown.putObject("options").put("size", 25);
        shown.put("help_text", "").put("list_id", list).putArray("_links");
        return shown;
    }

    ObjectNode list() {
        ObjectNode shown = Json.object().put("id", list).put("web_id", 1).put("name", "Attune sandbox");
        shown.putObject("contact")
                .put("company", "Attune")
                .put("address1", "1 Sandbox Street")
                .put("city", "Sandbox")
                .put("state", "")
                .put("zip", "00000")
                .put("country", "US")
                .put("phone", "");
        shown.put("permission_reminder", "You signed up in the sandbox.").put("use_archive_bar", false);
        shown.putObject("campaign_defaults")
                .put("from_name", "Attune")
                .put("from_email", "hello@example.com")
                .put("subject", "")
                .put("language", "en");
        shown.put("email_type_option", false)
                .put("visibility", "prv")
                .put("double_optin", false)
                .put("has_welcome", false)
                .put("marketing_permissions", false);
        shown.putObject("stats")
                .put("member_count", count("subscribed"))
                .put("unsubscribe_count", count("unsubscribed"))
                .put("cleaned_count", count("cleaned"))
                .put("merge_field_count", audience.mergeFields().all().size());
        shown.putArray("_links");
        return shown;
    }

    private long count(String status) {
        return audience.members().stream()
                .filter(member -> member.status().equals(status))
                .count();
    }

    private static String at(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "+00:00");
    }
}
