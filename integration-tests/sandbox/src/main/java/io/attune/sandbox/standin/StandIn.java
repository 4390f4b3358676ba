package io.attune.sandbox.standin;

import io.attune.sandbox.http.Handler;
import io.attune.sandbox.http.Refusal;
import io.attune.sandbox.http.Request;
import io.attune.sandbox.http.Response;
import io.attune.sandbox.http.Router;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * What every stand-in has in common: it counts the operations it served, and misbehaves as it was told. Thread-safe.
 */
public final class StandIn implements Handler {
    private final Router router;
    private final ErrorStyle errors;
    private final Faults faults = new Faults();
    private final Map<String, LongAdder> served = new ConcurrentHashMap<>();

    /** How a service words the errors that any operation can end in. */
    @FunctionalInterface
    public interface ErrorStyle {
        Response error(int status, String detail);
    }

    public StandIn(Router router, ErrorStyle errors) {
        this.router = router;
        this.errors = errors;
    }

    public Faults faults() {
        return faults;
    }

    /** Operation and status (0 = the connection broke) → number of requests since the start. */
    public Map<String, Long> served() {
        Map<String, Long> copy = new TreeMap<>();
        served.forEach((name, count) -> copy.put(name, count.sum()));
        return copy;
    }

    @Override
    public Response handle(Request request) {
        Optional<Router.Match> match = router.match(request);
        String operation =
                match.map(Router.Match::operation).orElseGet(() -> request.method() + " (unknown) " + request.path());
        Response response = match.map(this::misbehaveOrServe)
                .orElseGet(() -> errors.error(404, "There is no " + request.method() + " " + request.path()));
        served.computeIfAbsent(operation + " → " + response.status(), name -> new LongAdder())
                .increment();
        return response;
    }

    private Response misbehaveOrServe(Router.Match match) {
        Optional<Fault> fault = faults.next(match.operation());
        if (fault.isEmpty()) {
            return serve(match, match.request());
        }
        return switch (fault.get().kind()) {
            case LATENCY -> {
                await(new CountDownLatch(1), fault.get().delay().toMillis());
                yield serve(match, match.request());
            }
            case STATUS -> errors.error(fault.get().status(), "The sandbox was told to fail");
            case DROP_BEFORE -> Response.disconnected();
            case DROP_AFTER -> {
                serve(match, match.request());
                yield Response.disconnected();
            }
            case PARTIAL -> serve(match, match.request().failingPartially());
            case HOLD -> {
                CountDownLatch release = faults.hold();
                Response response = serve(match, match.request());
                await(release, TimeUnit.MINUTES.toMillis(10));
                yield response;
            }
        };
    }

    private Response serve(Router.Match match, Request request) {
        try {
            return match.handler().handle(request);
        } catch (Refusal refusal) {
            return refusal.response();
        } catch (IOException unreadable) {
            return errors.error(400, "The body cannot be read: " + unreadable.getMessage());
        }
    }

    private static void await(CountDownLatch release, long millis) {
        try {
            if (!release.await(millis, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
