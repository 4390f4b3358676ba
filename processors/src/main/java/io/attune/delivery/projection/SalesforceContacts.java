package io.attune.delivery.projection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.consent.Address;
import io.attune.delivery.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Contacts as sObject collections: pure functions. Thread-safe. An answer of 200 tells of each record whether it succeeded.
 */
public final class SalesforceContacts {

    /** The most records of a call. */
    public static final int MOST_RECORDS = 200;

    private static final String LIMIT = "REQUEST_LIMIT_EXCEEDED";

    private static final Set<String> PASSING = Set.of(
            "UNABLE_TO_LOCK_ROW",
            LIMIT,
            "SERVER_UNAVAILABLE",
            "UNKNOWN_EXCEPTION",
            "ALL_OR_NONE_OPERATION_ROLLED_BACK",
            "API_TEMPORARILY_UNAVAILABLE");

    /** Groups claims into calls; a person may be several contacts. */
    public List<ContactBatch> batches(List<ProjectionClaim> claims) {
        List<ContactBatch> batches = new ArrayList<>();
        List<ProjectionClaim> current = new ArrayList<>();
        int contacts = 0;
        for (ProjectionClaim claim : claims) {
            if (contacts + claim.addresses().size() > MOST_RECORDS && !current.isEmpty()) {
                batches.add(new ContactBatch(current));
                current = new ArrayList<>();
                contacts = 0;
            }
            current.add(claim);
            contacts += claim.addresses().size();
        }
        if (!current.isEmpty()) {
            batches.add(new ContactBatch(current));
        }
        return batches;
    }

    /** The body of {@code PATCH …/composite/sobjects/Contact/Id}. */
    public String payload(ContactBatch batch) {
        ObjectNode request = Json.object().put("allOrNone", false);
        ArrayNode records = request.putArray("records");
        for (ProjectionClaim claim : batch.claims()) {
            claim.addresses().stream()
                    .limit(MOST_RECORDS)
                    .forEach(contact -> describe(records.addObject(), claim, contact));
        }
        return Json.write(request);
    }

    private static void describe(ObjectNode record, ProjectionClaim claim, Address contact) {
        record.putObject("attributes").put("type", "Contact");
        record.put("Id", contact.value());
        record.put("Attune_Profile_Id__c", claim.profile().toString());
        if (claim.retracted()) {
            record.putNull("Attune_Segments__c");
            record.putNull("Attune_Churn__c");
            return;
        }
        DesiredState desired = claim.desired();
        record.put("Attune_Segments__c", String.join(";", desired.segments()));
        Optional.ofNullable(desired.scores().get("churn"))
                .ifPresentOrElse(
                        churn -> record.put("Attune_Churn__c", churn), () -> record.putNull("Attune_Churn__c"));
    }

    /** What the body of a 200 means, in the order of the records. */
    public List<ProjectionOutcome> outcomes(ContactBatch batch, String body) {
        Optional<JsonNode> results = Json.read(body).filter(JsonNode::isArray);
        if (results.isEmpty() || results.get().size() != batch.contacts()) {
            return retry(batch, "an answer that does not match the request");
        }
        List<ProjectionOutcome> outcomes = new ArrayList<>();
        int record = 0;
        for (ProjectionClaim claim : batch.claims()) {
            List<JsonNode> ofClaim = new ArrayList<>();
            for (int each = 0; each < claim.addresses().size(); each++) {
                ofClaim.add(results.get().get(record++));
            }
            outcomes.add(outcome(claim, ofClaim));
        }
        return outcomes;
    }

    private static ProjectionOutcome outcome(ProjectionClaim claim, List<JsonNode> results) {
        List<String> errors = results.stream()
                .filter(result -> !result.path("success").asBoolean())
                .map(result -> result.path("errors").path(0).path("statusCode").asText("UNKNOWN"))
                .toList();
        if (errors.isEmpty()) {
            return new ProjectionOutcome.Acknowledged(claim);
        }
        return errors.stream().anyMatch(PASSING::contains)
                ? new ProjectionOutcome.Retry(claim, errors.get(0))
                : new ProjectionOutcome.Failed(claim, errors.get(0));
    }

    /** Everyone of the batch once a pause is over. */
    public List<ProjectionOutcome> held(ContactBatch batch, Instant until) {
        return batch.claims().stream().map(claim -> held(claim, until)).toList();
    }

    static ProjectionOutcome held(ProjectionClaim claim, Instant until) {
        return new ProjectionOutcome.Held(claim, until, LIMIT);
    }

    /** Whether the channel refused somebody since its calls are used up. */
    static boolean isLimit(ProjectionOutcome outcome) {
        return outcome instanceof ProjectionOutcome.Retry retry
                && retry.reason().equals(LIMIT);
    }

    /** Everyone of the batch again, for one reason. */
    public List<ProjectionOutcome> retry(ContactBatch batch, String reason) {
        return batch.claims().stream()
                .<ProjectionOutcome>map(claim -> new ProjectionOutcome.Retry(claim, reason))
                .toList();
    }
}
