package io.attune.sandbox.standin.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.http.Json;
import io.attune.sandbox.http.Request;
import io.attune.sandbox.http.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Queries and their pages. A page is read when it is asked for, of the objects that the query found. */
final class QueryApi {
    private static final int CURSORS = 100;
    private static final int USUAL_PAGE = 2000;
    private static final Pattern BATCH_SIZE = Pattern.compile("batchSize=(\\d{1,5})");

    private final Sessions sessions;
    private final Map<ObjectType, SObjects> objects;
    private final Supplier<String> ids;
    private final Map<String, Cursor> cursors = new LinkedHashMap<>();

    private record Cursor(SoqlQuery query, List<SObject> found, int page) {}

    QueryApi(Sessions sessions, Map<ObjectType, SObjects> objects, Supplier<String> ids) {
        this.sessions = sessions;
        this.objects = objects;
        this.ids = ids;
    }

    Response query(Request request) {
        return answer(request, false);
    }

    Response queryAll(Request request) {
        return answer(request, true);
    }

    private Response answer(Request request, boolean deleted) {
        sessions.authenticate(request);
        String soql = request.query("q")
                .orElseThrow(() -> SalesforceErrors.bad("MALFORMED_QUERY", "The parameter q is missing"));
        SoqlQuery query = SoqlParser.parse(soql, List.copyOf(objects.keySet()));
        List<SObject> found = query.in(objects.get(query.type()).all(), deleted);
        if (query.count()) {
            return sessions.json(
                    200,
                    Json.object()
                            .put("totalSize", found.size())
                            .put("done", true)
                            .set("records", Json.array()));
        }
        Cursor cursor = new Cursor(query, found, pageSize(request));
        String locator = "01g" + ids.get().substring(0, 15);
        if (found.size() > cursor.page()) {
            remember(locator, cursor);
        }
        return page(request, locator, cursor, 0);
    }

    Response more(Request request) {
        sessions.authenticate(request);
        String[] parts = request.parameter("locator").split("-", 2);
        Cursor cursor;
        synchronized (cursors) {
            cursor = cursors.get(parts[0]);
        }
        if (cursor == null || parts.length != 2 || !parts[1].matches("\\d{1,9}")) {
            throw SalesforceErrors.bad("INVALID_QUERY_LOCATOR", "invalid query locator");
        }
        return page(request, parts[0], cursor, Integer.parseInt(parts[1]));
    }

    private Response page(Request request, String locator, Cursor cursor, int start) {
        int end = Math.min(start + cursor.page(), cursor.found().size());
        boolean done = end == cursor.found().size();
        String version = request.parameter("version");
        ObjectNode answer =
                Json.object().put("totalSize", cursor.found().size()).put("done", done);
        if (!done) {
            answer.put("nextRecordsUrl", "/services/data/" + version + "/query/" + locator + "-" + end);
        }
        ArrayNode records = answer.putArray("records");
        cursor.found()
                .subList(Math.min(start, end), end)
                .forEach(object -> records.add(ObjectAnswers.selected(
                        cursor.query().type(), object, cursor.query().fields(), version)));
        return sessions.json(200, answer);
    }

    private void remember(String locator, Cursor cursor) {
        synchronized (cursors) {
            if (cursors.size() >= CURSORS) {
                cursors.remove(cursors.keySet().iterator().next());
            }
            cursors.put(locator, cursor);
        }
    }

    private static int pageSize(Request request) {
        Matcher wanted =
                BATCH_SIZE.matcher(request.header("Sforce-Query-Options").orElse(""));
        return wanted.find() ? Math.min(Math.max(Integer.parseInt(wanted.group(1)), 200), USUAL_PAGE) : USUAL_PAGE;
    }
}
