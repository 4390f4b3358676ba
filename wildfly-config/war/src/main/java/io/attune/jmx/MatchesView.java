package io.attune.jmx;

/** Matches as JMX shows them. */
@Meaning("Records that may be one person where no identifier tells, and what became of them")
public interface MatchesView {
    @Meaning("Matches that wait for a decision")
    long getReview();

    @Meaning("Matches that were sure and joined")
    long getJoined();

    @Meaning("Matches that somebody accepted")
    long getAccepted();

    @Meaning("Matches that somebody refused")
    long getRefused();

    @Meaning("The version of the model in use; 0 until one was learned from the store")
    long getModelVersion();

    @Meaning("The 20 most probable matches that wait: id, weight in bits, sources and why they wait")
    String[] getMostProbable();

    @Meaning("Makes one person of the two of a match, by its id; answers the surviving profile")
    String accept(String id, String reason);

    @Meaning("Keeps the two of a match apart for ever, by its id")
    void refuse(String id, String reason);

    @Meaning("Undoes a merge, by the profile that it ended; answers the profile that it had been merged into")
    String unmerge(String profile, String reason);
}
