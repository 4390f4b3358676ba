package io.attune.it.serving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.command.user.Role;
import io.attune.it.environment.Environment;
import io.attune.it.environment.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Callers who ask for the same score again and again, until closed. Whatever is not that score is a failure. */
final class InferenceLoad implements AutoCloseable {
    private static final int CALLERS = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpRequest request;
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final Semaphore answers = new Semaphore(0);
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Map<String, Double> scoreByVersion = new ConcurrentHashMap<>();
    private volatile String version = "";
    private volatile boolean stopped;

    InferenceLoad(Environment environment, String body) {
        URI hub = environment.nodes().first().node().url();
        request = Http.request(hub.resolve("/v2/models/churn/infer"))
                .header("Authorization", Http.basic(environment.user(Role.VIEWER)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        for (int caller = 0; caller < CALLERS; caller++) {
            callers.execute(this::ask);
        }
    }

    /** Waits for so many answers that were asked for from now on. */
    void await(int count) throws InterruptedException {
        answers.drainPermits();
        if (!answers.tryAcquire(count + CALLERS, 60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no " + count + " answers within a minute");
        }
    }

    Queue<String> failures() {
        return failures;
    }

    /** The version of the newest answer. */
    String version() {
        return version;
    }

    private void ask() {
        while (!stopped) {
            try {
                HttpResponse<String> answer = Http.send(request);
                if (answer.statusCode() == 200) {
                    look(JSON.readTree(answer.body()));
                } else {
                    failures.add(answer.statusCode() + " " + answer.body());
                }
            } catch (IOException | RuntimeException failed) {
                failures.add(failed.toString());
            }
            answers.release();
        }
    }

    private void look(JsonNode answer) {
        String spoke = answer.path("model_version").asText();
        JsonNode score = answer.path("outputs").path(0).path("data").path(0);
        Double first = score.isNumber() ? scoreByVersion.putIfAbsent(spoke, score.asDouble()) : Double.valueOf(-1);
        if (!score.isNumber() || (first != null && first != score.asDouble())) {
            failures.add(answer.toString());
        }
        version = spoke;
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        callers.shutdown();
        if (!callers.awaitTermination(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the callers did not stop");
        }
    }
}
