package io.attune.sandbox.standin.mandrill;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The part of Mandrill's search that a client needs to find its own messages again: terms {@code field:value} joined by AND,
 * where metadata is written {@code u_name:value}; dates, tags, senders and a limit beside. Newest first.
 */
record MandrillSearch(Predicate<Sending> condition, int limit) {
    private static final Pattern TERM = Pattern.compile("([A-Za-z_][\\w.-]*):(?:\"([^\"]*)\"|(\\S+))");

    static MandrillSearch of(JsonNode body) {
        Predicate<Sending> all = query(body.path("query").asText("*").strip());
        if (body.hasNonNull("date_from")) {
            LocalDate from = LocalDate.parse(body.get("date_from").asText());
            all = all.and(sending -> !day(sending).isBefore(from));
        }
        if (body.hasNonNull("date_to")) {
            LocalDate to = LocalDate.parse(body.get("date_to").asText());
            all = all.and(sending -> !day(sending).isAfter(to));
        }
        List<String> tags = strings(body.path("tags"));
        if (!tags.isEmpty()) {
            all = all.and(sending -> sending.tags().stream().anyMatch(tags::contains));
        }
        List<String> senders = strings(body.path("senders"));
        if (!senders.isEmpty()) {
            all = all.and(sending -> senders.contains(sending.sender()));
        }
        return new MandrillSearch(all, body.path("limit").asInt(100));
    }

    List<Sending> in(List<Sending> sendings) {
        List<Sending> found = new ArrayList<>();
        for (int at = sendings.size() - 1; at >= 0 && found.size() < limit; at--) {
            if (condition.test(sendings.get(at))) {
                found.add(sendings.get(at));
            }
        }
        return found;
    }

    private static Predicate<Sending> query(String text) {
        if (text.isEmpty() || text.equals("*")) {
            return sending -> true;
        }
        List<Predicate<Sending>> terms = new ArrayList<>();
        for (String part : text.split("\\s+AND\\s+", -1)) {
            Matcher matcher = TERM.matcher(part.strip());
            if (!matcher.matches()) {
                throw MandrillErrors.validation(
                        "query", "Cannot read '" + part + "'; write field:value AND field:value");
            }
            terms.add(
                    term(matcher.group(1), Optional.ofNullable(matcher.group(2)).orElseGet(() -> matcher.group(3))));
        }
        return terms.stream().reduce(Predicate::and).orElse(sending -> true);
    }

    private static Predicate<Sending> term(String field, String value) {
        if (field.startsWith("u_")) {
            String name = field.substring(2);
            return sending -> value.equals(sending.metadata().get(name));
        }
        String lower = value.toLowerCase(Locale.ROOT);
        return switch (field) {
            case "full_email" ->
                sending -> sending.email().toLowerCase(Locale.ROOT).equals(lower);
            case "email" -> sending -> sending.email().toLowerCase(Locale.ROOT).contains(lower);
            case "sender" ->
                sending -> sending.sender().toLowerCase(Locale.ROOT).contains(lower);
            case "subject" ->
                sending -> sending.subject().toLowerCase(Locale.ROOT).contains(lower);
            case "tags" -> sending -> sending.tags().contains(value);
            case "state" -> sending -> sending.state().equals(lower);
            default ->
                throw MandrillErrors.validation(
                        "query", "There is no field " + field + "; metadata is searched as u_" + field);
        };
    }

    private static LocalDate day(Sending sending) {
        return sending.at().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static List<String> strings(JsonNode array) {
        return Stream.of(array)
                .flatMap(node -> StreamSupport.stream(node.spliterator(), false))
                .map(JsonNode::asText)
                .toList();
    }
}
