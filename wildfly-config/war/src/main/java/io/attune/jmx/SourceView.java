package io.attune.jmx;

/** A source as JMX shows it. */
@Meaning("A source: what came from it and what of that failed")
public interface SourceView {
    @Meaning("Records accepted, as far back as the ledger is kept")
    long getRecords();

    @Meaning("Records rejected, replayed ones included")
    long getRejects();
}
