package io.attune.jmx;

/** The hub as JMX shows it. */
@Meaning("The hub: people, scores and routes")
public interface HubView {
    @Meaning("Name of this node")
    String getNode();

    @Meaning("Hash of the definitions that this node runs")
    String getRelease();

    @Meaning("People as the hub tells them apart")
    long getProfiles();

    @Meaning("Profiles that wait for the re-scoring job")
    long getProfilesDeferred();

    @Meaning("Profiles with a score")
    long getProfilesScored();

    @Meaning("Half of the messages were accepted by their channel within this time of the record that caused them")
    double getLatencyMillisP50();

    @Meaning("99 in 100 of the messages were accepted by their channel within this time of the record that caused them")
    double getLatencyMillisP99();

    @Meaning("Routes that run from files")
    int getRoutes();

    @Meaning("Route files whose newest version does not run, and why")
    String[] getBrokenRouteFiles();
}
