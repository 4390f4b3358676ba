package io.attune.sandbox.population.wiring;

import io.attune.sandbox.population.answer.Inbox;
import io.attune.sandbox.population.answer.Message;
import io.attune.sandbox.standin.StandIns;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The messages that the stand-ins accepted, as their readers see them. Thread-safe. */
public final class SandboxInbox implements Inbox {
    private static final int LIMIT = 500;
    private static final Pattern LINK = Pattern.compile("href=\"(https?://[^\"]+)\"");

    private final StandIns standIns;

    public SandboxInbox(StandIns standIns) {
        this.standIns = standIns;
    }

    @Override
    public List<Message> from(int position) {
        return standIns.inbox().from(position, LIMIT).stream()
                .map(SandboxInbox::message)
                .toList();
    }

    private static Message message(io.attune.sandbox.inbox.Message message) {
        boolean text = message.channel().equals(io.attune.sandbox.inbox.Message.SMS);
        List<String> links = LINK.matcher(message.html().text())
                .results()
                .map(MatchResult::group)
                .map(found ->
                        found.substring("href=\"".length(), found.length() - 1).replace("&amp;", "&"))
                .filter(link -> !link.contains("unsubscribe"))
                .toList();
        Optional<String> campaign = Optional.ofNullable(message.metadata().get("campaign"))
                .or(() -> message.tags().stream().findFirst());
        return new Message(
                message.id(), text ? Message.Channel.SMS : Message.Channel.EMAIL, message.to(), links, campaign);
    }
}
