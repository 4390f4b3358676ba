package io.attune.jmx;

/** The newest matching of the whole store as JMX shows it. */
@Meaning("The newest run that matches all records of the store and learns from them")
public interface MatchRunView {
    @Meaning("When it began; empty when there was none yet")
    String getStarted();

    @Meaning("Who asked for it")
    String getActor();

    @Meaning("reading, learning, joining, done or failed; empty when there was none yet")
    String getPhase();

    @Meaning("How many records are read, or pairs applied, in this phase")
    long getDone();

    @Meaning("Of how many")
    long getTotal();

    @Meaning("How many profiles turned out to be another")
    long getJoined();

    @Meaning("How many pairs were found to be doubtful")
    long getReviewed();

    @Meaning("Why it failed")
    String getProblem();

    @Meaning(
            "Asks for a run, which begins within a minute, or goes on with the one that is under way; an empty source joins"
                    + " records of all; answers its id")
    String start(String source);
}
