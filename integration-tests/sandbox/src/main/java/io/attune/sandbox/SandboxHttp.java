package io.attune.sandbox;

import io.attune.sandbox.http.Handler;
import io.attune.sandbox.http.Json;
import io.attune.sandbox.http.LocalServer;
import io.attune.sandbox.http.Request;
import io.attune.sandbox.http.Response;
import io.attune.sandbox.pages.InboxJson;
import io.attune.sandbox.pages.InboxPages;
import io.attune.sandbox.standin.StandIns;
import java.io.IOException;
import java.time.Clock;

/** What the sandbox offers over HTTP beside the services: the inbox, its state as JSON, and control. */
final class SandboxHttp implements Handler {
    private final Sandbox sandbox;
    private final InboxPages pages;
    private final InboxJson json;

    SandboxHttp(Sandbox sandbox, StandIns standIns) {
        this.sandbox = sandbox;
        this.pages = new InboxPages(standIns);
        this.json = new InboxJson(standIns);
    }

    static void mount(LocalServer server, Sandbox sandbox, StandIns standIns, Clock clock) {
        standIns.mount(server);
        server.mount("/control", new ControlApi(sandbox, standIns, clock));
        server.mount("/", new SandboxHttp(sandbox, standIns));
    }

    @Override
    public Response handle(Request request) throws IOException {
        return switch (request.path()) {
            case "/" -> Response.redirect("/inbox");
            case "/inbox.json" -> json.all(request);
            case "/inbox/summary.json" -> json.summary(request);
            case "/sandbox.json" -> Response.json(200, Json.MAPPER.valueToTree(sandbox.addresses()));
            default -> pages.handle(request);
        };
    }
}
