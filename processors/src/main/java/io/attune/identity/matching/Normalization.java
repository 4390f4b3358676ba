package io.attune.identity.matching;

import io.attune.identity.matching.text.BirthDates;
import io.attune.identity.matching.text.Emails;
import io.attune.identity.matching.text.Phones;
import io.attune.identity.matching.text.PlainLetters;
import io.attune.identity.matching.text.Streets;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Brings the values of one attribute into the form in which they are compared; empty stands for missing. */
final class Normalization {
    private static final Set<String> MISSING =
            Set.of("null", "none", "n/a", "#n/a", "nan", "nil", "unknown", "-", "--", ".", "?", "(null)", "\\n");

    private Normalization() {}

    /** @param samples what the column holds, to tell how it writes dates */
    static UnaryOperator<String> of(Attribute attribute, Collection<String> samples) {
        UnaryOperator<String> form = form(attribute, samples);
        return text -> {
            String value = text.strip();
            return value.isEmpty() || MISSING.contains(value.toLowerCase(Locale.ROOT)) ? "" : form.apply(value);
        };
    }

    private static UnaryOperator<String> form(Attribute attribute, Collection<String> samples) {
        return switch (attribute) {
            case GIVEN_NAME, FAMILY_NAME, CITY, REGION, COUNTRY -> PlainLetters::of;
            case STREET, ADDRESS2 -> Streets::normalized;
            case BIRTH_DATE -> BirthDates.readingLike(samples)::normalized;
            case EMAIL -> Emails::normalized;
            case PHONE -> Phones::normalized;
            case STREET_NUMBER, POSTCODE, CUSTOMER_ID -> Normalization::code;
        };
    }

    private static String code(String text) {
        String code = PlainLetters.of(text).replace(" ", "");
        return code.endsWith("0") && text.strip().endsWith(".0") ? code.substring(0, code.length() - 1) : code;
    }
}
