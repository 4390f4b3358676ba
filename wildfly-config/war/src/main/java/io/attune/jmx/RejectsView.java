package io.attune.jmx;

/** The rejects as JMX shows them. */
@Meaning("Records that failed, and what became of them")
public interface RejectsView {
    @Meaning("Rejects that wait for a decision")
    long getOpen();

    @Meaning("Rejects that were sent in again and did not fail again")
    long getReplayed();

    @Meaning("Rejects that somebody closed")
    long getResolved();

    @Meaning("The newest 20 open rejects: id, source, code and reason")
    String[] getNewest();

    @Meaning("Sends one reject in again, by its id")
    String replay(String id);

    @Meaning("Sends up to 10,000 open rejects in again; answers how many")
    int replayOpen();
}
