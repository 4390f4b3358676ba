package io.attune.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Reads single fields of a JSON object, with the limits of what the database holds. */
final class Fields {
    /** PostgreSQL and every window are safe within these; nobody's customer acted outside. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("99999999999999");

    private final JsonNode object;
    private final String place;

    Fields(JsonNode object, String place) {
        this.object = object;
        this.place = place;
    }

    String text(String name, int longest) {
        return find(name, longest)
                .orElseThrow(() ->
                        new RecordException("RECORD_FIELD_MISSING", place + name + " is missing: it takes a text"));
    }

    Optional<String> find(String name, int longest) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw invalid(name, "a text");
        }
        String text = clean(value.textValue());
        if (text.length() > longest) {
            throw new RecordException(
                    "RECORD_FIELD_TOO_LONG",
                    place + name + " has " + text.length() + " characters; at most " + longest + " are accepted");
        }
        return Optional.of(text).filter(found -> !found.isEmpty());
    }

    /** To the microsecond, which is what the database holds. */
    Instant instant(String name) {
        String text = text(name, 64);
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
                throw new RecordException(
                        "RECORD_TIME_ABSURD",
                        place + name + " is outside of the years 1900 to 2199: check the source's clock");
            }
            return instant;
        } catch (DateTimeException e) {
            throw new RecordException(
                    "RECORD_FIELD_INVALID",
                    place + name + " takes an ISO 8601 instant with an offset, such as 2026-06-01T12:00:00Z",
                    e);
        }
    }

    int number(String name, int least, int most) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return 0;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            throw invalid(name, "a whole number from " + least + " to " + most);
        }
        return value.intValue();
    }

    boolean flag(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw invalid(name, "true or false");
        }
        return value.booleanValue();
    }

    /** Four decimals, as the database holds it. */
    Optional<BigDecimal> amount(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isNumber()
                || value.decimalValue().precision() - value.decimalValue().scale() > 14
                || value.decimalValue().abs().compareTo(LARGEST_AMOUNT) > 0) {
            throw invalid(name, "a number of at most 14 digits before the point");
        }
        return Optional.of(value.decimalValue().setScale(4, RoundingMode.HALF_EVEN));
    }

    JsonNode list(String name) {
        JsonNode value = object.path(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
            throw invalid(name, "a list");
        }
        return value;
    }

    JsonNode object(String name) {
        JsonNode value = object.path(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isObject()) {
            throw invalid(name, "an object");
        }
        return value;
    }

    private RecordException invalid(String name, String takes) {
        return new RecordException("RECORD_FIELD_INVALID", place + name + " takes " + takes);
    }

    private static String clean(String text) {
        return StorableText.of(text).strip();
    }
}
