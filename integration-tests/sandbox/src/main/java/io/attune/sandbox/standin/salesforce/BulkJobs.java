package io.attune.sandbox.standin.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.http.Refusal;
import io.attune.sandbox.http.Request;
import io.attune.sandbox.http.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bulk API 2.0 query jobs. A job finds what there is when it is made; it is done when its state has been asked for
 * some times, and its results are then read as CSV, page by page. Jobs are forgotten when the sandbox ends. Thread-safe.
 */
public final class BulkJobs {
    private static final int JOBS = 50;
    private static final int LONGEST_PAGE = 50_000;

    private final Sessions sessions;
    private final Map<ObjectType, SObjects> objects;
    private final Clock clock;
    private final Map<String, BulkJob> jobs = new LinkedHashMap<>();
    private final AtomicInteger failing = new AtomicInteger();
    private final AtomicInteger repeating = new AtomicInteger();
    private final AtomicInteger cut = new AtomicInteger();
    private long made;

    BulkJobs(Sessions sessions, Map<ObjectType, SObjects> objects, Clock clock) {
        this.sessions = sessions;
        this.objects = objects;
        this.clock = clock;
    }

    /** Forgets every job, as Salesforce does with old ones. */
    public void expire() {
        synchronized (jobs) {
            jobs.clear();
        }
    }

    /** Lets the next jobs fail. */
    public void fail(int number) {
        failing.set(number);
    }

    /** Lets the next pages name themselves as the page that follows, so that they are read again. */
    public void repeatPages(int number) {
        repeating.set(number);
    }

    /** Lets the connection break in the middle of the next pages. */
    public void cutPages(int number) {
        cut.set(number);
    }

    Response create(Request request) throws IOException {
        sessions.authenticate(request);
        JsonNode wanted = request.json();
        String operation = wanted.path("operation").asText();
        if (!operation.equals("query") && !operation.equals("queryAll")) {
            throw SalesforceErrors.bad("INVALIDJOB", "Unsupported operation: " + operation);
        }
        SoqlQuery query = SoqlParser.parse(wanted.path("query").asText(), List.copyOf(objects.keySet()));
        if (query.count()) {
            throw SalesforceErrors.bad("API_ERROR", "Aggregate queries are not supported by Bulk API 2.0");
        }
        List<SObject> found = query.in(objects.get(query.type()).all(), operation.equals("queryAll"));
        BulkJob job;
        synchronized (jobs) {
            job = new BulkJob(
                    SalesforceId.of("750", ++made),
                    operation,
                    query,
                    found,
                    SObjects.time(clock.instant()),
                    happens(failing));
            if (jobs.size() >= JOBS) {
                jobs.remove(jobs.keySet().iterator().next());
            }
            jobs.put(job.id(), job);
        }
        return sessions.json(200, job.described(request.parameter("version")));
    }

    Response state(Request request) {
        sessions.authenticate(request);
        BulkJob job = known(request);
        job.ask();
        return sessions.json(200, job.described(request.parameter("version")));
    }

    Response change(Request request) throws IOException {
        sessions.authenticate(request);
        BulkJob job = known(request);
        if (!request.json().path("state").asText().equals("Aborted") || !job.abort()) {
            throw SalesforceErrors.bad("INVALIDJOBSTATE", "The job cannot be changed so");
        }
        return sessions.json(200, job.described(request.parameter("version")));
    }

    Response delete(Request request) {
        sessions.authenticate(request);
        BulkJob job = known(request);
        if (job.isRunning()) {
            throw SalesforceErrors.bad("INVALIDJOBSTATE", "The job still runs");
        }
        synchronized (jobs) {
            jobs.remove(job.id());
        }
        return sessions.limited(Response.empty(204));
    }

    Response results(Request request) {
        sessions.authenticate(request);
        BulkJob job = known(request);
        if (!job.isComplete()) {
            throw SalesforceErrors.bad("INVALIDJOBSTATE", "The job is not complete");
        }
        int start = start(request.query("locator").orElse(""), job);
        int page = request.query("maxRecords").map(BulkJobs::pageSize).orElse(LONGEST_PAGE);
        List<SObject> rows =
                job.found().subList(start, Math.min(start + page, job.found().size()));
        int end = start + rows.size();
        boolean repeated = happens(repeating);
        String next = end == job.found().size() ? "null" : locator(repeated ? start : end);
        boolean broken = happens(cut);
        return sessions.limited(Response.streamed("text/csv", output -> {
                    CsvAnswers.write(job.query(), broken ? rows.subList(0, rows.size() / 2) : rows, output);
                    if (broken) {
                        throw new IOException("The sandbox was told to break the connection");
                    }
                })
                .with("Sforce-Locator", next)
                .with("Sforce-NumberOfRecords", Integer.toString(rows.size())));
    }

    private static boolean happens(AtomicInteger left) {
        return left.getAndUpdate(number -> Math.max(0, number - 1)) > 0;
    }

    private BulkJob known(Request request) {
        synchronized (jobs) {
            BulkJob job = jobs.get(request.parameter("id"));
            if (job == null) {
                throw SalesforceErrors.notFound();
            }
            return job;
        }
    }

    private static int pageSize(String text) {
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw SalesforceErrors.bad("INVALID_PARAMETER", "maxRecords must be a whole number above 0");
        }
        return Math.min(Integer.parseInt(text), LONGEST_PAGE);
    }

    /** Opaque to clients, as Salesforce's own are. */
    private static String locator(int position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Integer.toString(position).getBytes(StandardCharsets.UTF_8));
    }

    private static int start(String locator, BulkJob job) {
        if (locator.isEmpty()) {
            return 0;
        }
        try {
            int position = Integer.parseInt(new String(Base64.getUrlDecoder().decode(locator), StandardCharsets.UTF_8));
            if (position >= 0 && position < Math.max(1, job.found().size())) {
                return position;
            }
        } catch (IllegalArgumentException malformed) {
            throw invalid();
        }
        throw invalid();
    }

    private static Refusal invalid() {
        return SalesforceErrors.bad("INVALID_QUERY_LOCATOR", "invalid query locator");
    }

    /** For those who want to see what clients made. */
    public List<ObjectNode> all() {
        synchronized (jobs) {
            return jobs.values().stream().map(job -> job.described("v0.0")).toList();
        }
    }
}
