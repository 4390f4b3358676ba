package io.attune.identity.probable;

import java.util.Locale;

/** A pair that was not joined, and why somebody should look at it. */
public record Doubt(ScoredPair pair, Cause cause) {
    /** Why a pair is up for review. */
    public enum Cause {
        /** Its probability is between review and sure. */
        DOUBTFUL,
        /** The other records of the two profiles speak against it. */
        CONTRADICTED,
        /** Together the two would have more records than a profile may have unseen. */
        TOO_LARGE,
        /** It would bring people together whom somebody told apart. */
        TOLD_APART,
        /** The two have different values of an identifier of which a person has one. */
        DIFFERENT_IDENTIFIERS;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
