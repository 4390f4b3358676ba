package io.attune.campaign;

import io.attune.consent.Channel;
import io.attune.content.Template;
import io.attune.segment.Rule;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Who is written to when, through which channel, with which words.
 *
 * @param audience the guard; without one, everyone whom the trigger names
 * @param maximumAge how long after its trigger a message may still be sent
 * @param bestTime whether a message waits for the hour at which its reader is likeliest to open it
 * @param fallbacks what stands for a token of which nothing is known
 */
public record Campaign(
        String name,
        String title,
        Trigger trigger,
        Optional<Rule> audience,
        Channel channel,
        String purpose,
        Template template,
        Duration maximumAge,
        boolean bestTime,
        Map<String, String> fallbacks) {

    public Campaign {
        fallbacks = Map.copyOf(fallbacks);
    }
}
