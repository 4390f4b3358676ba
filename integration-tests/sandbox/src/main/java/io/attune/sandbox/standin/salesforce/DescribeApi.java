package io.attune.sandbox.standin.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.http.Json;
import io.attune.sandbox.http.Request;
import io.attune.sandbox.http.Response;
import java.util.List;
import java.util.Locale;

/** What an organization says about itself; clients ask some of it when they start. */
final class DescribeApi {
    private final Sessions sessions;
    private final List<ObjectType> types;

    DescribeApi(Sessions sessions, List<ObjectType> types) {
        this.sessions = sessions;
        this.types = types;
    }

    /** Needs no token. */
    Response versions(Request request) {
        ArrayNode versions = Json.array();
        for (int number = 50; number <= 65; number++) {
            versions.add(Json.object()
                    .put("label", "v" + number)
                    .put("url", "/services/data/v" + number + ".0")
                    .put("version", number + ".0"));
        }
        return Response.json(200, versions);
    }

    Response resources(Request request) {
        sessions.authenticate(request);
        ObjectNode resources = Json.object();
        for (String name : new String[] {"sobjects", "query", "queryAll", "jobs", "limits", "composite"}) {
            resources.put(name, "/services/data/" + request.parameter("version") + "/" + name);
        }
        return sessions.json(200, resources);
    }

    Response limits(Request request) {
        sessions.authenticate(request);
        ObjectNode limits = Json.object();
        limits.putObject("DailyApiRequests")
                .put("Max", sessions.limit())
                .put("Remaining", Math.max(0, sessions.limit() - sessions.calls()));
        return sessions.json(200, limits);
    }

    Response objects(Request request) {
        sessions.authenticate(request);
        ObjectNode answer = Json.object().put("encoding", "UTF-8").put("maxBatchSize", 200);
        ArrayNode known = answer.putArray("sobjects");
        types.forEach(type -> known.add(about(type, request)));
        return sessions.json(200, answer);
    }

    Response object(Request request) {
        sessions.authenticate(request);
        ObjectType type = types.stream()
                .filter(known -> known.name().equals(request.parameter("object")))
                .findFirst()
                .orElseThrow(SalesforceErrors::notFound);
        ObjectNode object = about(type, request);
        ArrayNode fields = object.putArray("fields");
        type.fields().values().forEach(field -> fields.add(field(field)));
        return sessions.json(200, object);
    }

    Response user(Request request) {
        sessions.authenticate(request);
        return sessions.json(
                200,
                Json.object()
                        .put("user_id", Sessions.USER)
                        .put("organization_id", Sessions.ORGANIZATION)
                        .put("name", "Attune sandbox"));
    }

    private static ObjectNode about(ObjectType type, Request request) {
        return Json.object()
                .put("name", type.name())
                .put("label", type.name())
                .put("keyPrefix", type.prefix())
                .put("queryable", true)
                .put("updateable", true)
                .put("createable", true)
                .put("deletable", true)
                .set(
                        "urls",
                        Json.object()
                                .put(
                                        "sobject",
                                        "/services/data/" + request.parameter("version") + "/sobjects/" + type.name()));
    }

    private static ObjectNode field(Field field) {
        String type = switch (field.type()) {
            case TEXT -> "string";
            case INSTANT -> "datetime";
            case NUMBER -> "double";
            default -> field.type().name().toLowerCase(Locale.ROOT);
        };
        return Json.object()
                .put("name", field.name())
                .put("label", field.name())
                .put("type", type)
                .put("length", field.length())
                .put("custom", field.name().endsWith("__c"))
                .put("updateable", field.writable())
                .put("createable", field.writable())
                .put("nillable", field.writable() && !field.name().equals("LastName"));
    }
}
