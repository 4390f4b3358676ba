package io.attune.consent;

import java.time.Instant;
import java.util.Set;

/** An address that must not be written to, whoever owns it. */
public record Suppression(String reason, Instant since) {

    /** The reader left through the link in a message. */
    public static final String UNSUBSCRIBED = "unsubscribed";

    /** The reader answered STOP. */
    public static final String STOPPED = "stopped";

    public static final String BOUNCED = "bounced";
    public static final String COMPLAINED = "complained";

    /** The channel says that it may not take this address ("Member In Compliance State"). */
    public static final String COMPLIANCE = "compliance";

    private static final Set<String> OWN_WISH = Set.of(UNSUBSCRIBED, STOPPED);

    /** What the person wished, the person can take back by agreeing anew; what the channel found out stays. */
    public boolean liftedBy(Standing standing) {
        return OWN_WISH.contains(reason)
                && standing.granted()
                && standing.grantedAt().map(granted -> granted.isAfter(since)).orElse(false);
    }
}
