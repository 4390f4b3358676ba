package io.attune.sandbox.standin.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.http.Json;
import java.util.List;

/** One query job: what it found, and how far it seems to be. Thread-safe. */
final class BulkJob {
    /** How often its state is asked for until the job is done: once while it waits, and once while it works. */
    private static final int ASKED_UNTIL_DONE = 2;

    private final String id;
    private final String operation;
    private final SoqlQuery query;
    private final List<SObject> found;
    private final String createdAt;
    private final boolean failing;
    private int asked;
    private boolean aborted;

    BulkJob(String id, String operation, SoqlQuery query, List<SObject> found, String createdAt, boolean failing) {
        this.id = id;
        this.operation = operation;
        this.query = query;
        this.found = List.copyOf(found);
        this.createdAt = createdAt;
        this.failing = failing;
    }

    String id() {
        return id;
    }

    SoqlQuery query() {
        return query;
    }

    List<SObject> found() {
        return found;
    }

    synchronized void ask() {
        asked++;
    }

    /** Returns whether it could be. */
    synchronized boolean abort() {
        aborted |= isRunning();
        return aborted;
    }

    synchronized boolean isRunning() {
        return !aborted && asked <= ASKED_UNTIL_DONE;
    }

    synchronized boolean isComplete() {
        return !aborted && !isRunning() && !failing;
    }

    private synchronized String state() {
        if (aborted) {
            return "Aborted";
        }
        return switch (Math.min(asked, ASKED_UNTIL_DONE + 1)) {
            case 0, 1 -> "UploadComplete";
            case ASKED_UNTIL_DONE -> "InProgress";
            default -> failing ? "Failed" : "JobComplete";
        };
    }

    ObjectNode described(String version) {
        ObjectNode job = Json.object()
                .put("id", id)
                .put("operation", operation)
                .put("object", query.type().name())
                .put("createdById", Sessions.USER)
                .put("createdDate", createdAt)
                .put("systemModstamp", createdAt)
                .put("state", state())
                .put("concurrencyMode", "Parallel")
                .put("contentType", "CSV")
                .put("apiVersion", Double.parseDouble(version.substring(1)))
                .put("lineEnding", "LF")
                .put("columnDelimiter", "COMMA");
        if (isComplete()) {
            job.put("numberRecordsProcessed", found.size()).put("retries", 0).put("totalProcessingTime", 100);
        }
        if (state().equals("Failed")) {
            job.put("errorMessage", "InternalServerError: the sandbox was told to fail");
        }
        return job;
    }
}
