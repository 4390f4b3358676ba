package io.attune.jmx;

/** The release as JMX shows it. */
@Meaning("What the nodes run: a hash over every definition file")
public interface ReleaseView {
    @Meaning("Hash of what this node runs")
    String getHash();

    @Meaning("Every node with the hash of what it runs")
    String[] getNodes();

    @Meaning("Whether every node runs the same")
    boolean isEqualEverywhere();
}
