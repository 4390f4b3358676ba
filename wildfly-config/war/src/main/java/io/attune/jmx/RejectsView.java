package io.attune.jmx;

/** The rejects as JMX shows them. */
@Meaning("Records that failed, and what became of them. An empty filter means all; instants are ISO 8601")
public interface RejectsView {
    @Meaning("Rejects that wait for a decision")
    long getOpen();

    @Meaning("Rejects that were sent in again and did not fail again")
    long getReplayed();

    @Meaning("Rejects that somebody closed")
    long getResolved();

    @Meaning("The newest 20 open rejects: id, source, code and reason")
    String[] getNewest();

    @Meaning("Open rejects by source and reason, the most first")
    String[] getReasons();

    @Meaning("Up to 100 rejects: state, source, code, from, until")
    String[] list(String state, String source, String code, String from, String until);

    @Meaning("Sends one reject in again, by its id; answers its state")
    String replay(String id);

    @Meaning(
            "Sends up to 10,000 open rejects in again: source, code, from, until; answers how many, and how many failed again")
    String replayMatching(String source, String code, String from, String until);

    @Meaning("Sends up to 10,000 open rejects in again; answers how many")
    int replayOpen();

    @Meaning("Closes one open reject for good: its id, and why")
    String resolve(String id, String reason);
}
