package io.attune.jmx;

/** The quality of data as JMX shows it. */
@Meaning("How good the records of every source are, in the last 24 hours")
public interface QualityView {
    @Meaning("Every source: records, repeats, rejects, flagged ones, and the age of the newest")
    String[] getSources();

    @Meaning("How many of the records of a kind have a field, by source, kind and field")
    String[] getCompleteness();

    @Meaning("Open alerts: since when, name, source and reason")
    String[] getOpenAlerts();

    @Meaning("How many alerts are open")
    int getOpenAlertCount();
}
