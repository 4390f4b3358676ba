package io.attune.sandbox.population.wiring;

import io.attune.sandbox.feedback.Answer;
import io.attune.sandbox.population.answer.Answers;
import io.attune.sandbox.population.answer.Message;
import io.attune.sandbox.standin.StandIns;
import java.time.Instant;

/** Gives answers to the stand-ins, which tell the hub by their webhooks. Thread-safe. */
public final class SandboxAnswers implements Answers {
    private static final String SHOP = "https://shop.example.com/";

    private final StandIns standIns;

    public SandboxAnswers(StandIns standIns) {
        this.standIns = standIns;
    }

    @Override
    public void open(Message message, Instant at) {
        give(Answer.open(message.id(), at));
    }

    @Override
    public void click(Message message, Instant at) {
        String link = message.links().stream().findFirst().orElse(SHOP);
        give(Answer.click(message.id(), link, at));
    }

    /** By the button of the mail program if the message has one, else by the service's own link. */
    @Override
    public void unsubscribe(Message message, Instant at) {
        boolean button = standIns.inbox()
                .find(message.id())
                .map(found -> found.headers().containsKey("List-Unsubscribe"))
                .orElse(false);
        give(Answer.of(button ? Answer.Kind.ONE_CLICK : Answer.Kind.UNSUBSCRIBE, message.id(), at));
    }

    @Override
    public void stop(Message message, Instant at) {
        give(Answer.of(Answer.Kind.STOP, message.id(), at));
    }

    private void give(Answer answer) {
        io.attune.sandbox.standin.Answers.Result result = standIns.answers().give(answer);
        if (result == io.attune.sandbox.standin.Answers.Result.IMPOSSIBLE
                || result == io.attune.sandbox.standin.Answers.Result.UNKNOWN_MESSAGE) {
            throw new IllegalStateException("The stand-ins refused " + answer + ": " + result);
        }
    }
}
