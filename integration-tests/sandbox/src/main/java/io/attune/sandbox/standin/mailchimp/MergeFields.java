package io.attune.sandbox.standin.mailchimp;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.sandbox.store.Journal;
import io.attune.sandbox.store.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The columns of the audience, and what they take. Thread-safe. */
final class MergeFields {
    private static final int LONGEST_TEXT = 255;

    private final Table<MergeField> fields;

    MergeFields(Journal journal) {
        this.fields = journal.table("mailchimp.merge-field", MergeField.class);
    }

    /** Those that a new audience has. To be called when the journal is open. */
    void createUsual() {
        if (fields.size() == 0) {
            create("FNAME", "First Name", "text", false, "");
            create("LNAME", "Last Name", "text", false, "");
            create("ADDRESS", "Address", "address", false, "");
            create("PHONE", "Phone Number", "phone", false, "");
            create("BIRTHDAY", "Birthday", "birthday", false, "");
        }
    }

    List<MergeField> all() {
        return fields.values();
    }

    boolean exists(String tag) {
        return fields.get(tag).isPresent();
    }

    synchronized MergeField create(String tag, String name, String type, boolean required, String defaultValue) {
        MergeField field = new MergeField(fields.size() + 1, tag, name, type, required, defaultValue);
        fields.put(tag, field);
        return field;
    }

    /** A tag made of a name, as Mailchimp does when none is given. */
    static String tagOf(String name) {
        String letters = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return letters.substring(0, Math.min(10, letters.length()));
    }

    /** The values of a member, checked against the columns. */
    Map<String, Object> checked(JsonNode values) {
        Map<String, Object> checked = new TreeMap<>();
        values.properties().forEach(entry -> {
            MergeField field = fields.get(entry.getKey())
                    .orElseThrow(() -> refused(entry.getKey(), "There is no merge field with this tag"));
            checked.put(field.tag(), checked(field, entry.getValue()));
        });
        return checked;
    }

    private static Object checked(MergeField field, JsonNode value) {
        if (field.type().equals("address") && value.isObject()) {
            return addressOf(field, value);
        }
        if (!value.isValueNode()) {
            throw refused(field.tag(), "Value must be text or a number");
        }
        String text = value.asText();
        if (text.isEmpty()) {
            return "";
        }
        problem(field.type(), text).ifPresent(problem -> {
            throw refused(field.tag(), problem);
        });
        return value.isNumber() ? value.numberValue() : text;
    }

    private static Map<String, Object> addressOf(MergeField field, JsonNode value) {
        Map<String, Object> address = new TreeMap<>();
        value.properties()
                .forEach(part -> address.put(part.getKey(), part.getValue().asText()));
        for (String part : List.of("addr1", "city", "state", "zip")) {
            if (address.getOrDefault(part, "").equals("")) {
                throw refused(field.tag(), "Please enter a complete address: " + part + " is missing");
            }
        }
        return address;
    }

    private static Optional<String> problem(String type, String text) {
        return switch (type) {
            case "number" ->
                text.matches("-?\\d+(\\.\\d+)?([eE]-?\\d+)?")
                        ? Optional.empty()
                        : Optional.of("This value should be a number.");
            case "date" ->
                text.matches("\\d{4}-\\d\\d-\\d\\d|\\d\\d/\\d\\d/\\d{4}")
                        ? Optional.empty()
                        : Optional.of("Please enter the date");
            case "birthday" ->
                text.matches("(0\\d|1[0-2])/[0-3]\\d")
                        ? Optional.empty()
                        : Optional.of("Please enter a birthday as MM/DD");
            case "address" -> Optional.of("Please enter a complete address");
            case "url", "imageurl" ->
                text.matches("https?://\\S+") ? Optional.empty() : Optional.of("Please enter a valid URL");
            default ->
                text.length() <= LONGEST_TEXT ? Optional.empty() : Optional.of("Please enter at most 255 characters");
        };
    }

    private static MemberRefused refused(String tag, String problem) {
        return new MemberRefused("Invalid Resource", problem, "merge_fields." + tag);
    }
}
