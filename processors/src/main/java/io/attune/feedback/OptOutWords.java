package io.attune.feedback;

import io.attune.record.ConsentState;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a reader means by a single word sent back. */
final class OptOutWords {

    private static final Set<String> OUT =
            Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
    private static final Set<String> IN = Set.of("START", "YES", "UNSTOP");

    private OptOutWords() {}

    /** Twilio's own verdict counts where it gives one; else the whole message is the word. */
    static Optional<ConsentState> meaning(Optional<String> optOutType, String body) {
        String word = optOutType
                .filter(type -> !type.isBlank())
                .orElse(body)
                .strip()
                .replaceAll("[.!]+$", "")
                .toUpperCase(Locale.ROOT);
        if (OUT.contains(word)) {
            return Optional.of(ConsentState.WITHDRAWN);
        }
        return IN.contains(word) ? Optional.of(ConsentState.GRANTED) : Optional.empty();
    }
}
