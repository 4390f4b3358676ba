package io.attune.sandbox.standin.salesforce;

import io.attune.sandbox.standin.Addresses;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A field of objects.
 *
 * @param length most characters of a text; 0 for other types
 * @param writable whether an API client may set it
 */
record Field(String name, Type type, int length, boolean writable) {
    enum Type {
        ID,
        TEXT,
        EMAIL,
        PICKLIST,
        DATE,
        INSTANT,
        BOOLEAN,
        NUMBER
    }

    /** What is wrong with a value, if anything: the error's code. */
    Optional<String> problem(Object value) {
        String text = value.toString();
        boolean right = switch (type) {
            case ID, TEXT -> value instanceof String;
            case EMAIL -> text.isEmpty() || Addresses.isEmail(text);
            case PICKLIST -> text.isEmpty() || text.equals("Granted") || text.equals("Withdrawn");
            case DATE -> parses(() -> LocalDate.parse(text));
            case INSTANT -> parses(() -> OffsetDateTime.parse(normalizedOffset(text)));
            case BOOLEAN -> value instanceof Boolean;
            case NUMBER -> value instanceof Number;
        };
        if (!right) {
            return Optional.of(
                    switch (type) {
                        case EMAIL -> "INVALID_EMAIL_ADDRESS";
                        case PICKLIST -> "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST";
                        default -> "INVALID_TYPE_ON_FIELD_IN_RECORD";
                    });
        }
        return length > 0 && text.length() > length ? Optional.of("STRING_TOO_LONG") : Optional.empty();
    }

    /** Salesforce writes +0000, and reads that as well as +00:00 and Z. */
    static String normalizedOffset(String text) {
        return text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
    }

    private static boolean parses(Runnable parsing) {
        try {
            parsing.run();
            return true;
        } catch (DateTimeParseException malformed) {
            return false;
        }
    }
}
