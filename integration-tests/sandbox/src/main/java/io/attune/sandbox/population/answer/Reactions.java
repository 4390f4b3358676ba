package io.attune.sandbox.population.answer;

import io.attune.sandbox.population.behaviour.ReadingTimes;
import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.person.ChannelPreference;
import io.attune.sandbox.population.person.Person;
import io.attune.sandbox.population.person.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides what a person does about a message. Whether it makes them buy depends on nothing but the known effect, their
 * persuasion and their favourite channel, so that the true lift of a campaign can be computed; who buys has opened and
 * followed the message, and the others open, follow and unsubscribe as their traits say. Stateless.
 */
public final class Reactions {
    private static final double STOPS_RATHER_THAN_UNSUBSCRIBES = 2;

    private final AnswerOptions options;

    public Reactions(AnswerOptions options) {
        this.options = options;
    }

    /** What {@code person} does about a message that came at {@code arrival} on a channel, in order of time. */
    public List<Reaction> to(Message.Channel channel, Instant arrival, Person person, Dice dice) {
        boolean buys = dice.chance(purchaseProbability(person, channel));
        return channel == Message.Channel.EMAIL ? toEmail(arrival, person, buys, dice) : toText(person, buys, dice);
    }

    /** How likely a message on a channel makes somebody buy who would not have bought: the truth about its effect. */
    public double purchaseProbability(Person person, Message.Channel channel) {
        if (!person.buying().buys()) {
            return 0;
        }
        ChannelPreference preferred =
                channel == Message.Channel.EMAIL ? ChannelPreference.EMAIL : ChannelPreference.SMS;
        Reading reading = person.reading();
        double factor = reading.preference() == preferred ? 1 : options.otherChannel();
        return Math.min(1, options.perMessage() * reading.persuasion() * factor);
    }

    private static List<Reaction> toEmail(Instant arrival, Person person, boolean buys, Dice dice) {
        Reading reading = person.reading();
        if (!buys && !dice.chance(reading.openRate())) {
            return List.of();
        }
        Instant read = ReadingTimes.after(arrival, person.identity().place().zone(), reading.hour(), dice);
        Duration after = Duration.between(arrival, read);
        List<Reaction> reactions = new ArrayList<>();
        reactions.add(new Reaction(Reaction.Kind.OPEN, after));
        if (buys || dice.chance(reading.clickRate())) {
            after = after.plusSeconds(5 + dice.below(120));
            reactions.add(new Reaction(Reaction.Kind.CLICK, after));
        }
        if (buys) {
            reactions.add(new Reaction(Reaction.Kind.BUY, after.plusSeconds(60 + dice.below(3600))));
        } else if (dice.chance(reading.unsubscribeRate())) {
            reactions.add(new Reaction(Reaction.Kind.UNSUBSCRIBE, after.plusSeconds(20 + dice.below(60))));
        }
        return reactions;
    }

    private static List<Reaction> toText(Person person, boolean buys, Dice dice) {
        if (buys) {
            return List.of(new Reaction(Reaction.Kind.BUY, Duration.ofSeconds(600 + dice.below(40_000))));
        }
        double stops = STOPS_RATHER_THAN_UNSUBSCRIBES * person.reading().unsubscribeRate();
        return dice.chance(stops)
                ? List.of(new Reaction(Reaction.Kind.UNSUBSCRIBE, Duration.ofSeconds(10 + dice.below(1800))))
                : List.of();
    }
}
