package io.attune.profile;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/** What the text of an attribute means to whoever computes with it. */
public enum AttributeType {
    /** Whatever it says. */
    TEXT,
    /** A decimal number such as {@code 1234.5}. */
    NUMBER,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** A day or an instant in ISO 8601, such as {@code 2026-05-30} or {@code 2026-05-30T10:00:00Z}; it stays a text. */
    DATE;

    private static final double LARGEST = 1e300;

    static AttributeType named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** As definitions write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value that a text stands for: a String, Double or Boolean. Empty where it is none of this type. */
    public Optional<Object> value(String text) {
        return switch (this) {
            case TEXT -> Optional.of(text);
            case NUMBER -> number(text.strip());
            case BOOLEAN -> truth(text.strip());
            case DATE -> isDate(text) ? Optional.of(text) : Optional.empty();
        };
    }

    private static Optional<Object> number(String text) {
        try {
            double number = new BigDecimal(text).doubleValue();
            return Math.abs(number) <= LARGEST ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> truth(String text) {
        if (text.equalsIgnoreCase("true")) {
            return Optional.of(true);
        }
        return text.equalsIgnoreCase("false") ? Optional.of(false) : Optional.empty();
    }

    private static boolean isDate(String text) {
        try {
            if (text.contains("T")) {
                OffsetDateTime.parse(text);
            } else {
                LocalDate.parse(text);
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
