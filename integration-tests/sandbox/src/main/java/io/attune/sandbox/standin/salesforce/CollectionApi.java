package io.attune.sandbox.standin.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.http.Json;
import io.attune.sandbox.http.Request;
import io.attune.sandbox.http.Response;
import io.attune.sandbox.standin.salesforce.Change.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Upsert of up to 200 contacts, each of which may fail on its own while the answer is 200. */
final class CollectionApi {
    private static final int MOST_RECORDS = 200;

    private final Sessions sessions;
    private final SObjects contacts;

    /** One record of a request: what to change, where, and why not. */
    private record Item(Change change, Optional<SObject> target, Optional<Problem> problem) {}

    CollectionApi(Sessions sessions, SObjects contacts) {
        this.sessions = sessions;
        this.contacts = contacts;
    }

    Response upsert(Request request) throws IOException {
        sessions.authenticate(request);
        String key = key(request.parameter("field"));
        JsonNode body = request.json();
        List<Item> items = items(key, records(body), request.isFailingPartially());
        boolean allOrNone = body.path("allOrNone").asBoolean(false);
        boolean rolledBack =
                allOrNone && items.stream().anyMatch(item -> item.problem().isPresent());
        ArrayNode results = Json.array();
        for (Item item : items) {
            results.add(
                    rolledBack
                            ? rolledBack(item)
                            : item.problem().map(CollectionApi::failure).orElseGet(() -> written(key, item)));
        }
        return sessions.json(200, results);
    }

    private static String key(String name) {
        return ObjectType.CONTACT
                .field(name)
                .map(Field::name)
                .filter(field -> field.equals("Id") || field.equals("Customer_Id__c") || field.equals("Loyalty_Id__c"))
                .orElseThrow(() -> SalesforceErrors.bad(
                        "INVALID_FIELD", "Provided external ID field does not exist or is not accessible: " + name));
    }

    private static List<JsonNode> records(JsonNode body) {
        for (String name : (Iterable<String>) body::fieldNames) {
            if (!name.equals("allOrNone") && !name.equals("records")) {
                throw SalesforceErrors.bad("JSON_PARSER_ERROR", "Unrecognized field \"" + name + "\"");
            }
        }
        if (!body.path("records").isArray() || body.get("records").isEmpty()) {
            throw SalesforceErrors.bad("REQUIRED_FIELD_MISSING", "The list of records is missing or empty");
        }
        List<JsonNode> records = new ArrayList<>();
        body.get("records").forEach(records::add);
        if (records.size() > MOST_RECORDS) {
            throw SalesforceErrors.bad(
                    "EXCEEDED_ID_LIMIT", "record limit reached. cannot submit more than 200 records into this call");
        }
        for (JsonNode record : records) {
            if (!record.path("attributes").path("type").asText().equals("Contact")) {
                throw SalesforceErrors.bad("INVALID_TYPE", "Each record needs attributes.type, here Contact");
            }
        }
        return records;
    }

    private List<Item> items(String key, List<JsonNode> records, boolean partially) {
        List<Item> items = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode record : records) {
            Change change = Change.of(record);
            String value = change.text(key).orElse("");
            List<SObject> matches = value.isEmpty() ? List.of() : matches(key, value);
            Optional<Problem> problem = partially && items.size() % 2 == 1
                    ? Optional.of(
                            new Problem("UNABLE_TO_LOCK_ROW", "", "unable to obtain exclusive access to this record"))
                    : problem(key, value, matches, change, seen);
            items.add(new Item(change, matches.stream().findFirst(), problem));
        }
        return items;
    }

    private static Optional<Problem> problem(
            String key, String value, List<SObject> matches, Change change, Set<String> seen) {
        if (value.isEmpty()) {
            return Optional.of(new Problem("MISSING_ARGUMENT", key, key + " not specified"));
        }
        if (!seen.add(value)) {
            return Optional.of(new Problem("DUPLICATE_VALUE", key, "Duplicate external id specified: " + value));
        }
        if (key.equals("Id") && !SalesforceId.isValid(value)) {
            return Optional.of(new Problem("MALFORMED_ID", "Id", "Contact ID: id value of incorrect type: " + value));
        }
        if (key.equals("Id") && matches.isEmpty()) {
            return Optional.of(new Problem("INVALID_CROSS_REFERENCE_KEY", "Id", "invalid cross reference id"));
        }
        if (matches.size() > 1) {
            return Optional.of(new Problem("DUPLICATE_EXTERNAL_ID", key, key + ": more than one record found"));
        }
        if (matches.stream().anyMatch(SObject::deleted)) {
            return Optional.of(new Problem("ENTITY_IS_DELETED", "", "entity is deleted"));
        }
        if (matches.isEmpty() && change.text("LastName").isEmpty()) {
            return Optional.of(
                    new Problem("REQUIRED_FIELD_MISSING", "LastName", "Required fields are missing: [LastName]"));
        }
        return change.problem(key);
    }

    private List<SObject> matches(String key, String value) {
        if (key.equals("Id")) {
            return contacts.find(value).stream().toList();
        }
        return contacts.all().stream()
                .filter(contact -> contact.text(key).equals(value))
                .toList();
    }

    private ObjectNode written(String key, Item item) {
        SObject contact = item.target()
                .flatMap(target -> contacts.update(target.id(), item.change().without(key)))
                .orElseGet(() -> contacts.insert(item.change().fields()));
        return result(true)
                .put("id", contact.id())
                .put("created", item.target().isEmpty())
                .set("errors", Json.array());
    }

    private static ObjectNode rolledBack(Item item) {
        return failure(
                item.problem()
                        .orElse(
                                new Problem(
                                        "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                                        "",
                                        "Record rolled back because not all records were valid and the request was using AllOrNone header")));
    }

    private static ObjectNode failure(Problem problem) {
        ArrayNode fields = Json.array();
        if (!problem.field().isEmpty()) {
            fields.add(problem.field());
        }
        ArrayNode errors = Json.array();
        errors.add(Json.object()
                .put("statusCode", problem.code())
                .put("message", problem.message())
                .set("fields", fields));
        return result(false).set("errors", errors);
    }

    private static ObjectNode result(boolean success) {
        return Json.object().put("success", success);
    }
}
