package io.attune.sandbox.pages;

import io.attune.sandbox.http.Handler;
import io.attune.sandbox.http.Request;
import io.attune.sandbox.http.Response;
import io.attune.sandbox.http.Router;
import io.attune.sandbox.standin.StandIns;
import java.io.IOException;

/** The inbox as a person reads it. */
public final class InboxPages implements Handler {
    private final Router router;

    public InboxPages(StandIns standIns) {
        MessagePages messages = new MessagePages(standIns);
        PeoplePages people = new PeoplePages(standIns);
        this.router = new Router("")
                .route("GET", "/inbox", messages::list)
                .route("GET", "/inbox/message/{id}", messages::message)
                .route("GET", "/inbox/message/{id}/html", messages::html)
                .route("GET", "/inbox/members", people::members)
                .route("GET", "/inbox/contacts", people::contacts)
                .route("GET", "/inbox/services", people::services);
    }

    @Override
    public Response handle(Request request) throws IOException {
        var match = router.match(request);
        if (match.isEmpty()) {
            return Response.html(404, Page.of("Not here", "", "<p class=empty>There is nothing at this address.</p>"));
        }
        return match.get().handler().handle(match.get().request());
    }
}
