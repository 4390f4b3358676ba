package io.attune.feedback;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fields of a form-encoded body, in their order. */
record Form(List<Map.Entry<String, String>> fields) {

    Form {
        fields = List.copyOf(fields);
    }

    /** Reads a body; what is not properly escaped is taken as it stands, and then no signature fits it. */
    static Form parse(String body) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.isEmpty()) {
                fields.add(Map.entry(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1))));
            }
        }
        return new Form(fields);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    Optional<String> value(String name) {
        return fields.stream()
                .filter(field -> field.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    String text(String name) {
        return value(name).orElse("");
    }

    /** Every name with its value, sorted by name and without separators: what Twilio and Mandrill sign. */
    String signed() {
        return fields.stream()
                .sorted(Comparator.comparing((Map.Entry<String, String> field) -> field.getKey())
                        .thenComparing(Map.Entry::getValue))
                .map(field -> field.getKey() + field.getValue())
                .collect(Collectors.joining());
    }
}
