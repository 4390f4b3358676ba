package io.attune.ingest.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.ingest.salesforce.Reading.Step;
import java.time.Instant;

/**
 * How far the first load of one kind of objects is.
 *
 * @param job Salesforce's id of the query job; empty before there is one
 * @param begunAt when the job was made, by Salesforce's clock
 * @param locator the page that follows those that Kafka has; empty for the first one
 * @param rows how many rows Kafka has
 * @param asked how often the job's state was asked for in vain
 */
record Load(String job, Instant begunAt, String locator, long rows, int asked) {
    static final Load NONE = new Load("", Instant.EPOCH, "", 0, 0);

    /** 8 s: a job of a minute is not worth more calls. */
    private static final int LONGEST_PAUSE = 5;

    private static final long FIRST_PAUSE_MILLIS = 250;

    static Load of(JsonNode position) {
        return new Load(
                position.path("job").asText(""),
                Instant.parse(position.path("begunAt").asText(Instant.EPOCH.toString())),
                position.path("locator").asText(""),
                position.path("rows").asLong(),
                0);
    }

    ObjectNode position() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("job", job)
                .put("begunAt", begunAt.toString())
                .put("locator", locator)
                .put("rows", rows);
    }

    /** What a poll that resumes the load does next. */
    Step next() {
        if (job.isEmpty()) {
            return Step.CREATE;
        }
        return locator.isEmpty() ? Step.AWAIT : Step.RESULTS;
    }

    Load asked(int times) {
        return new Load(job, begunAt, locator, rows, times);
    }

    Load behind(String nextLocator, int read) {
        return new Load(job, begunAt, nextLocator, rows + read, 0);
    }

    /** Growing: none before the first time. */
    long pauseMillis() {
        return asked == 0 ? 0 : FIRST_PAUSE_MILLIS << Math.min(asked - 1, LONGEST_PAUSE);
    }
}
