package io.attune.sandbox.standin.twilio;

import io.attune.sandbox.http.Router;
import io.attune.sandbox.inbox.Inbox;
import io.attune.sandbox.standin.StandIn;
import io.attune.sandbox.store.Journal;
import io.attune.sandbox.store.Table;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A stand-in for Twilio's messages: what was sent and received, who opted out, and its API. Thread-safe. */
public final class Twilio {
    private static final Set<String> STOP =
            Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
    private static final Set<String> START = Set.of("START", "YES", "UNSTOP");
    private static final Set<String> HELP = Set.of("HELP", "INFO");

    private final StandIn standIn;
    private final Table<TextMessage> messages;
    private final Table<OptOut> optOuts;
    private final TwilioCallbacks callbacks;
    private final Clock clock;
    private final Supplier<String> ids;

    record OptOut(String number, boolean active) {}

    /**
     * Declares its tables; usable when the journal is open.
     *
     * @param url where this stand-in is reached
     * @param ids makes ids of 32 hexadecimal digits
     */
    public Twilio(
            String account,
            String token,
            String sender,
            String url,
            Journal journal,
            Inbox inbox,
            TwilioCallbacks callbacks,
            Clock clock,
            Supplier<String> ids) {
        this.messages = journal.table("twilio.message", TextMessage.class);
        this.optOuts = journal.table("twilio.opt-out", OptOut.class);
        this.callbacks = callbacks;
        this.clock = clock;
        this.ids = ids;
        TwilioApi api = new TwilioApi(account, token, url, this, new TwilioSend(this, sender, inbox, clock, ids));
        this.standIn = new StandIn(
                new Router("/twilio/2010-04-01")
                        .route("POST", "/Accounts/{account}/Messages.json", api::create)
                        .route("GET", "/Accounts/{account}/Messages.json", api::list)
                        .route("GET", "/Accounts/{account}/Messages/{sid}.json", api::fetch)
                        .route("GET", "/Accounts/{account}.json", api::account),
                TwilioErrors::error);
    }

    public StandIn standIn() {
        return standIn;
    }

    void accept(TextMessage message) {
        messages.put(message.sid(), message);
        callbacks.proceed(message, this::advance);
    }

    private TextMessage advance(TextMessage message, String status) {
        return messages.update(message.sid(), before -> before.in(status, clock.instant()))
                .orElse(message);
    }

    Optional<TextMessage> find(String sid) {
        return messages.get(sid);
    }

    List<TextMessage> all() {
        return messages.values();
    }

    public boolean isOptedOut(String number) {
        return optOuts.get(number).map(OptOut::active).orElse(false);
    }

    /** A person sends a text to the hub's number. STOP and its like opt out, START opts in again. */
    public void receive(String from, String to, String body) {
        String word = body.strip().toUpperCase(Locale.ROOT);
        Optional<String> type = STOP.contains(word)
                ? Optional.of("STOP")
                : START.contains(word)
                        ? Optional.of("START")
                        : HELP.contains(word) ? Optional.of("HELP") : Optional.empty();
        if (type.isPresent() && !type.get().equals("HELP")) {
            optOuts.put(from, new OptOut(from, type.get().equals("STOP")));
        }
        TextMessage inbound = new TextMessage(
                "SM" + ids.get(), "inbound", to, from, "", body, "received", "", clock.instant(), clock.instant(), 0);
        messages.put(inbound.sid(), inbound);
        callbacks.received(inbound, type);
    }
}
