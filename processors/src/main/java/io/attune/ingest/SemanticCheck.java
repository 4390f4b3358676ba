package io.attune.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.ingest.normal.UtcTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** What a schema cannot say of a record: that its time and its money are possible. */
record SemanticCheck(IngestLimits limits) {
    /** When it occurred. */
    Instant check(JsonNode record, Instant receivedAt) throws FlawedException {
        Instant occurredAt = checkTime("occurredAt", record.path("occurredAt"), receivedAt);
        for (JsonNode consent : record.path("consents")) {
            checkTime("consent", consent.path("occurredAt"), receivedAt);
        }
        JsonNode amount = record.path("amount");
        if (amount.isNumber() && amount.decimalValue().abs().compareTo(limits.maximumAmount()) > 0) {
            throw flaw("AMOUNT_IMPOSSIBLE", "the amount is above " + limits.maximumAmount() + " (limits.yaml)");
        }
        return occurredAt;
    }

    private Instant checkTime(String what, JsonNode time, Instant receivedAt) throws FlawedException {
        Instant instant = instant(what, time);
        if (instant.isBefore(limits.earliest())) {
            throw flaw("TIME_IMPOSSIBLE", what + " is before " + limits.earliest() + " (limits.yaml)");
        }
        if (instant.isAfter(receivedAt.plus(limits.maximumFuture()))) {
            throw flaw(
                    "TIME_IMPOSSIBLE",
                    what + " is more than " + limits.maximumFuture()
                            + " after it was received; check the source's clock");
        }
        return instant;
    }

    private static Instant instant(String what, JsonNode time) throws FlawedException {
        String text = time.asText();
        try {
            return UtcTime.read(text)
                    .map(written -> written.toInstant(ZoneOffset.UTC))
                    .orElseGet(() -> Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw flaw("TIME_UNREADABLE", what + " is not an ISO 8601 instant in UTC");
        }
    }

    private static FlawedException flaw(String code, String reason) {
        return new FlawedException(Flaw.inValidation(code, reason));
    }
}
