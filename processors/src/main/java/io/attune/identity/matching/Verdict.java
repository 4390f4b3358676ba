package io.attune.identity.matching;

/** What follows from the odds of a pair. */
public enum Verdict {
    /** One person beyond reasonable doubt: joined. */
    SURE,
    /** Perhaps one person: somebody should look. */
    REVIEW,
    /** Two people. */
    NONE
}
