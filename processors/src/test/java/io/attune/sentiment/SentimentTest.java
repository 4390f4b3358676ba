package io.attune.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentimentTest {

    private final Sentiment sentiment = Sentiment.english();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Just wanted to say that I love the tea kettle.",
                "Your people in the shop were very kind today.",
                "Not bad at all, thank you!"
            })
    void hearsPraise(String text) {
        assertThat(sentiment.of(text).orElseThrow()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The lamp arrived broken, I would like my money back.",
                "The lamp fell apart after a few days. Very disappointed.",
                "I am not happy with it",
                "it doesn’t work and I don't recommend it"
            })
    void hearsComplaints(String text) {
        assertThat(sentiment.of(text).orElseThrow()).isNegative();
    }

    @Test
    void saysWhatItsFormulaSays() {
        // great (2) and very (1.3) happy (2): s = 4.6, s / sqrt(s² + 15) = 0.7650
        assertThat(sentiment.of("Great, very happy").orElseThrow()).isEqualTo(0.765);
        assertThat(sentiment.of("How long do I have to return it?").orElseThrow())
                .isZero();
        assertThat(sentiment.of(" … 12!")).isEmpty();
    }

    @Property
    void staysBetweenItsBounds(@ForAll String text) {
        sentiment.of(text).ifPresent(value -> assertThat(value).isBetween(-1.0, 1.0));
    }
}
