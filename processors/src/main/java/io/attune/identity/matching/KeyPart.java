package io.attune.identity.matching;

import io.attune.identity.matching.text.Emails;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A part of a blocking key: something that records of one person probably share.
 *
 * @param key its name in {@code matching.yaml}
 * @param attributes what it reads; where there are two (both names), their order does not count
 * @param form what of a value is used; an empty text is no key
 */
record KeyPart(String key, List<Attribute> attributes, UnaryOperator<String> form) {
    private static final List<Attribute> BOTH_NAMES = List.of(Attribute.GIVEN_NAME, Attribute.FAMILY_NAME);
    private static final UnaryOperator<String> WHOLE = UnaryOperator.identity();
    private static final UnaryOperator<String> SOUND = Sounds::codeOf;
    private static final UnaryOperator<String> INITIAL = KeyPart::initial;
    private static final UnaryOperator<String> START = KeyPart::start;
    private static final UnaryOperator<String> LETTERS = KeyPart::letters;
    private static final List<KeyPart> SPECIAL = List.of(
            new KeyPart("names", BOTH_NAMES, WHOLE),
            new KeyPart("names.sound", BOTH_NAMES, SOUND),
            new KeyPart("names.initials", BOTH_NAMES, INITIAL),
            new KeyPart("birth_date.year", List.of(Attribute.BIRTH_DATE), value -> start(value, 4)),
            new KeyPart("birth_date.month-day", List.of(Attribute.BIRTH_DATE), value -> from(value, 4)),
            new KeyPart("birth_date.year-month", List.of(Attribute.BIRTH_DATE), value -> start(value, 6)),
            new KeyPart("email.local", List.of(Attribute.EMAIL), value -> least(Emails.local(value), 4)),
            new KeyPart("phone.line", List.of(Attribute.PHONE), value -> end(value, 7)),
            new KeyPart("phone.end", List.of(Attribute.PHONE), value -> end(value, 4)));

    /** What a person's values give; empty where one is missing. */
    String of(Map<Attribute, String> values) {
        List<String> forms = attributes.stream()
                .map(attribute -> values.getOrDefault(attribute, ""))
                .map(value -> value.isEmpty() ? "" : form.apply(value))
                .sorted()
                .toList();
        return forms.contains("") ? "" : String.join(" ", forms);
    }

    /** The part of this name: an attribute, one of its forms ({@code sound}, {@code start}, {@code letters}), or a special one. */
    static Optional<KeyPart> named(String key) {
        Optional<KeyPart> special =
                SPECIAL.stream().filter(part -> part.key().equals(key)).findFirst();
        if (special.isPresent()) {
            return special;
        }
        int dot = key.indexOf('.');
        String attribute = dot < 0 ? key : key.substring(0, dot);
        return Attribute.named(attribute)
                .flatMap(found -> form(dot < 0 ? "" : key.substring(dot + 1))
                        .map(form -> new KeyPart(key, List.of(found), form)));
    }

    private static Optional<UnaryOperator<String>> form(String name) {
        return switch (name) {
            case "" -> Optional.of(WHOLE);
            case "sound" -> Optional.of(SOUND);
            case "start" -> Optional.of(START);
            case "initial" -> Optional.of(INITIAL);
            case "letters" -> Optional.of(LETTERS);
            default -> Optional.empty();
        };
    }

    private static String initial(String value) {
        return value.substring(0, 1);
    }

    private static String start(String value) {
        return start(value, 3);
    }

    private static String start(String value, int length) {
        return value.length() < length ? "" : value.substring(0, length);
    }

    private static String from(String value, int start) {
        return value.length() <= start ? "" : value.substring(start);
    }

    private static String end(String value, int length) {
        return value.length() < length ? "" : value.substring(value.length() - length);
    }

    private static String least(String value, int length) {
        return value.length() < length ? "" : value;
    }

    private static String letters(String value) {
        char[] letters = value.replace(" ", "").toCharArray();
        Arrays.sort(letters);
        return letters.length < 3 ? "" : new String(letters);
    }
}
