package io.attune.ingest.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import io.attune.ingest.SourceTime;
import java.time.Instant;
import java.util.Optional;

/**
 * What Salesforce tells of a query job. Read here and not by Camel's own classes, which fail on every field that they do not
 * know, the message of a failed job among them.
 *
 * @param createdAt by Salesforce's clock, if it tells
 * @param message why it failed; empty when it did not
 */
record JobAnswer(String id, State state, Optional<Instant> createdAt, String message) {
    private static final ObjectMapper JSON = new ObjectMapper();

    enum State {
        RUNNING,
        COMPLETE,
        ENDED
    }

    static JobAnswer of(String answer) {
        JsonNode job = parsed(answer);
        String id = job.path("id").asText("");
        String told = job.path("state").asText("");
        if (!id.matches("[A-Za-z0-9]{15,18}") || told.isEmpty()) {
            throw new AttuneException(
                    "SALESFORCE_JOB_UNREADABLE",
                    ErrorCategory.EXTERNAL,
                    "Salesforce's answer about a query job has no id or no state");
        }
        State state = switch (told) {
            case "JobComplete" -> State.COMPLETE;
            case "Failed", "Aborted" -> State.ENDED;
            default -> State.RUNNING;
        };
        return new JobAnswer(
                id,
                state,
                SourceTime.instant(job.path("createdDate").asText("")),
                told + " " + job.path("errorMessage").asText(""));
    }

    private static JsonNode parsed(String answer) {
        try {
            return JSON.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new AttuneException(
                    "SALESFORCE_JOB_UNREADABLE",
                    ErrorCategory.EXTERNAL,
                    "Salesforce's answer about a query job is no JSON",
                    e);
        }
    }
}
