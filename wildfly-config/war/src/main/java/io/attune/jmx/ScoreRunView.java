package io.attune.jmx;

/** The newest run over everybody as JMX shows it. */
@Meaning("The newest run that scores everybody, on all nodes")
public interface ScoreRunView {
    @Meaning("When it began; empty when there was none yet")
    String getStarted();

    @Meaning("When it ended; empty while it goes on")
    String getFinished();

    @Meaning("How much of it is done, of 100")
    double getPercent();

    @Meaning("Profiles that had a vector when it began")
    long getProfiles();

    @Meaning("Profiles that it has done")
    long getProfilesDone();

    @Meaning("Scores that it wrote or found as they should be")
    long getScored();

    @Meaning("Times that a model declined")
    long getDeclined();

    @Meaning("Profiles a second, up to its newest chunk")
    double getPerSecond();

    @Meaning("Every node with the number of chunks that it did")
    String[] getNodes();

    @Meaning("Why it stands still; it is taken up again")
    String getProblem();

    @Meaning("Begins a run, or goes on with the one that is under way; answers its id")
    String start();
}
