package io.attune.sandbox.population;

/**
 * How much the hub's messages move people to buy. Each message that reaches somebody causes one extra purchase with
 * probability {@code perMessage} × the person's persuasion, whose mean is 1: so {@code perMessage} is the true lift of
 * a campaign over a holdout, but for those whose product is above one. Who has another favourite channel than the
 * message came through is moved by {@code otherChannel} of that.
 *
 * @param perMessage probability of an extra purchase for an average person
 * @param otherChannel factor for those who prefer another channel, or none
 */
public record MessageEffect(double perMessage, double otherChannel) {
    public MessageEffect {
        if (!(perMessage >= 0 && perMessage <= 1 && otherChannel >= 0 && otherChannel <= 1)) {
            throw new IllegalArgumentException("The parts of a message's effect lie between 0 and 1");
        }
    }

    public static MessageEffect standard() {
        return new MessageEffect(0.08, 0.5);
    }
}
