package io.attune.sandbox.standin.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.attune.sandbox.http.Json;
import io.attune.sandbox.http.Refusal;
import io.attune.sandbox.http.Request;
import io.attune.sandbox.http.Response;
import java.io.IOException;

/** Operations on a single contact. */
final class ContactApi {
    private final Sessions sessions;
    private final SObjects contacts;

    ContactApi(Sessions sessions, SObjects contacts) {
        this.sessions = sessions;
        this.contacts = contacts;
    }

    Response create(Request request) throws IOException {
        sessions.authenticate(request);
        Change change = checked(request);
        if (change.text("LastName").isEmpty()) {
            throw SalesforceErrors.bad("REQUIRED_FIELD_MISSING", "Required fields are missing: [LastName]");
        }
        SObject contact = contacts.insert(change.fields());
        return sessions.json(
                201, Json.object().put("id", contact.id()).put("success", true).set("errors", Json.array()));
    }

    Response read(Request request) {
        sessions.authenticate(request);
        return sessions.json(
                200,
                ObjectAnswers.selected(
                        ObjectType.CONTACT,
                        known(request),
                        ObjectType.CONTACT.fields().values(),
                        request.parameter("version")));
    }

    Response update(Request request) throws IOException {
        sessions.authenticate(request);
        String id = known(request).id();
        contacts.update(id, checked(request).fields());
        return sessions.limited(Response.empty(204));
    }

    Response delete(Request request) {
        sessions.authenticate(request);
        contacts.delete(known(request).id());
        return sessions.limited(Response.empty(204));
    }

    private SObject known(Request request) {
        return contacts.find(request.parameter("id"))
                .filter(contact -> !contact.deleted())
                .orElseThrow(SalesforceErrors::notFound);
    }

    private static Change checked(Request request) throws IOException {
        Change change = Change.of(request.json());
        change.problem("").ifPresent(problem -> {
            ArrayNode errors = Json.array();
            ArrayNode fields = Json.array().add(problem.field());
            errors.add(Json.object()
                    .put("message", problem.message())
                    .put("errorCode", problem.code())
                    .set("fields", fields));
            throw new Refusal(Response.json(400, errors));
        });
        return change;
    }
}
