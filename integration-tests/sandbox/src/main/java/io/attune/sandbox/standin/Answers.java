package io.attune.sandbox.standin;

import io.attune.sandbox.feedback.Answer;
import io.attune.sandbox.feedback.Postman;
import io.attune.sandbox.inbox.Inbox;
import io.attune.sandbox.inbox.Message;
import io.attune.sandbox.standin.mandrill.Mandrill;
import io.attune.sandbox.standin.twilio.Twilio;
import io.attune.sandbox.store.Journal;
import io.attune.sandbox.store.Table;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets people answer messages: the service remembers it, and tells the hub as the real one would. Thread-safe. */
public final class Answers {
    private static final Pattern ADDRESS_IN_BRACKETS = Pattern.compile("<(https?://[^>]+)>");

    private final Table<Answer> given;
    private final Inbox inbox;
    private final Mandrill mandrill;
    private final Twilio twilio;
    private final Postman postman;

    public Answers(Journal journal, Inbox inbox, Mandrill mandrill, Twilio twilio, Postman postman) {
        this.given = journal.table("answer", Answer.class);
        this.inbox = inbox;
        this.mandrill = mandrill;
        this.twilio = twilio;
        this.postman = postman;
    }

    /** What became of an answer. */
    public enum Result {
        ACCEPTED,
        /** The same id was given before; nothing happened again. */
        REPEATED,
        UNKNOWN_MESSAGE,
        /** An e-mail cannot be texted, nor a text message clicked. */
        IMPOSSIBLE
    }

    public Result give(Answer answer) {
        return inbox.find(answer.message())
                .map(message -> give(answer, message))
                .orElse(Result.UNKNOWN_MESSAGE);
    }

    /** How many distinct answers were given. */
    public int size() {
        return given.size();
    }

    private Result give(Answer answer, Message message) {
        boolean text = message.channel().equals(Message.SMS);
        boolean texting = answer.kind().compareTo(Answer.Kind.STOP) >= 0;
        if (text != texting) {
            return Result.IMPOSSIBLE;
        }
        if (!given.putIfAbsent(answer.id(), answer)) {
            return Result.REPEATED;
        }
        switch (answer.kind()) {
            case OPEN -> mandrill.open(message.id(), answer.at());
            case CLICK -> mandrill.click(message.id(), answer.url(), answer.at());
            case UNSUBSCRIBE -> mandrill.unsubscribe(message.id(), answer.at());
            case SPAM -> mandrill.complain(message.id(), answer.at());
            case BOUNCE -> mandrill.bounce(message.id(), answer.at());
            case ONE_CLICK -> oneClick(message);
            case STOP, START, REPLY -> twilio.receive(message.to(), message.from(), words(answer));
        }
        return Result.ACCEPTED;
    }

    private static String words(Answer answer) {
        return answer.text().isEmpty() ? answer.kind().name() : answer.text();
    }

    private void oneClick(Message message) {
        Matcher address = ADDRESS_IN_BRACKETS.matcher(message.headers().getOrDefault("List-Unsubscribe", ""));
        if (address.find()) {
            var unused = postman.post(address.group(1), Map.of("List-Unsubscribe", List.of("One-Click")), Map.of());
        }
    }
}
