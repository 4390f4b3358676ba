package io.attune.sandbox.population.answer;

/**
 * How people answer the hub's messages.
 *
 * @param speed how much faster than in life: at 3600 what takes an hour takes a second
 * @param perMessage probability that a message causes a purchase, for an average person
 * @param otherChannel factor of that for those who prefer another channel than the message came through, or none
 */
public record AnswerOptions(double speed, double perMessage, double otherChannel) {
    public AnswerOptions {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed must be positive, not " + speed);
        }
    }
}
