package io.attune.sandbox.standin.mandrill;

import io.attune.sandbox.http.Router;
import io.attune.sandbox.inbox.Inbox;
import io.attune.sandbox.standin.StandIn;
import io.attune.sandbox.store.Journal;
import io.attune.sandbox.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** A stand-in for Mailchimp Transactional: what it accepted, whom it no longer writes to, and its API. Thread-safe. */
public final class Mandrill {
    private final StandIn standIn;
    private final Table<Sending> sendings;
    private final Table<Rejection> rejections;
    private final MandrillWebhook webhook;

    /** @param reason hard-bounce, spam, unsub or custom */
    record Rejection(String email, String reason) {}

    /**
     * Declares its tables; usable when the journal is open.
     *
     * @param ids makes ids of 32 hexadecimal digits
     */
    public Mandrill(
            String apiKey, Journal journal, Inbox inbox, MandrillWebhook webhook, Clock clock, Supplier<String> ids) {
        this.sendings = journal.table("mandrill.sending", Sending.class);
        this.rejections = journal.table("mandrill.rejection", Rejection.class);
        this.webhook = webhook;
        MandrillSend send = new MandrillSend(this, inbox, webhook, clock, ids);
        MandrillApi api = new MandrillApi(apiKey, this, send);
        this.standIn = new StandIn(
                new Router("/mandrill/api/1.0")
                        .route("POST", "/messages/send", api::send)
                        .route("POST", "/messages/search", api::search)
                        .route("POST", "/messages/info", api::info)
                        .route("POST", "/users/ping", api::ping)
                        .route("POST", "/users/ping2", api::ping2),
                MandrillErrors::error);
    }

    public StandIn standIn() {
        return standIn;
    }

    void add(List<Sending> accepted) {
        accepted.forEach(sending -> sendings.put(sending.id(), sending));
    }

    Optional<Sending> find(String id) {
        return sendings.get(id);
    }

    List<Sending> all() {
        return sendings.values();
    }

    Optional<Rejection> rejection(String email) {
        return rejections.get(email.toLowerCase(Locale.ROOT));
    }

    /** The person opens the e-mail. */
    public void open(String id, Instant at) {
        engage("open", id, new Sending.Engagement(at, ""));
    }

    /** The person clicks a link in the e-mail. */
    public void click(String id, String url, Instant at) {
        engage("click", id, new Sending.Engagement(at, url));
    }

    private void engage(String event, String id, Sending.Engagement engagement) {
        sendings.update(id, sending -> sending.with(engagement))
                .ifPresent(sending -> webhook.happened(
                        event,
                        sending,
                        engagement.at(),
                        Optional.of(engagement.url()).filter(url -> !url.isEmpty())));
    }

    /** The person unsubscribes: nothing is sent there any more. */
    public void unsubscribe(String id, Instant at) {
        leave("unsub", "unsub", id, at);
    }

    /** The person calls it spam: nothing is sent there any more. */
    public void complain(String id, Instant at) {
        leave("spam", "spam", id, at);
    }

    /** Nobody has the address: nothing is sent there any more. */
    public void bounce(String id, Instant at) {
        sendings.update(id, sending -> sending.in("bounced"));
        leave("hard_bounce", "hard-bounce", id, at);
    }

    private void leave(String event, String reason, String id, Instant at) {
        sendings.get(id).ifPresent(sending -> {
            reject(sending.email(), reason);
            webhook.happened(event, sending, at, Optional.empty());
        });
    }

    /** From now on, messages to this address are rejected, as Mandrill does after an unsubscription or a hard bounce. */
    public void reject(String email, String reason) {
        rejections.put(email.toLowerCase(Locale.ROOT), new Rejection(email, reason));
    }
}
