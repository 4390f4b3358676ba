package io.attune.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP server on loopback, with a handler for each path prefix. Thread-safe. */
public final class LocalServer implements AutoCloseable {
    static {
        // Read once, when the JDK's server loads: without it every small answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    }

    private final HttpServer server;
    private final ExecutorService threads;

    public LocalServer(int port) {
        AtomicInteger count = new AtomicInteger();
        // Unbounded, because a request that is told to wait holds its thread.
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "sandbox-http-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot listen on port " + port, failure);
        }
        server.setExecutor(threads);
    }

    /** May be called before and after the start. */
    public void mount(String prefix, Handler handler) {
        server.createContext(prefix, exchange -> answer(exchange, handler));
    }

    public void start() {
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            Response response = respond(exchange, handler);
            if (response == Response.disconnected()) {
                return;
            }
            response.headers().forEach(exchange.getResponseHeaders()::set);
            boolean bodiless = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(response.status(), bodiless ? -1 : response.length());
            if (!bodiless && response.length() >= 0) {
                try (OutputStream output = exchange.getResponseBody()) {
                    response.body().writeTo(output);
                }
            }
        }
    }

    private static Response respond(HttpExchange exchange, Handler handler) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        Request request = new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                headers,
                exchange.getRequestBody().readAllBytes());
        try {
            return handler.handle(request);
        } catch (Refusal refusal) {
            return refusal.response();
        } catch (RuntimeException failure) {
            System.getLogger(LocalServer.class.getName())
                    .log(System.Logger.Level.ERROR, "No answer to " + request.method() + " " + request.path(), failure);
            return Response.text(500, "The sandbox failed: " + failure);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                System.getLogger(LocalServer.class.getName())
                        .log(System.Logger.Level.WARNING, "A request did not end within 5 s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
