package io.attune.jmx;

/** A model as JMX shows it. */
@Meaning("A model: its champion and how many profiles it scored")
public interface ModelView {
    @Meaning("Version of the champion")
    String getVersion();

    @Meaning("Algorithm of the champion")
    String getAlgorithm();

    @Meaning("What the model says")
    String getPurpose();

    @Meaning("The champion's figures on people that its training did not see, as JSON")
    String getMetrics();

    @Meaning("Profiles that carry a score of this model")
    long getProfilesScored();

    @Meaning("Every version that this node holds, with its algorithm, its AUC, and why it cannot score")
    String[] getVersions();

    @Meaning("Versions that score in the champion's shadow; what they say decides nothing")
    String[] getChallengers();

    @Meaning("What a version must show before it may score, and whether it does")
    String[] gates(String version);

    @Meaning("Lets a version score, on every node, if it passes its gates and every node can load it")
    String promote(String version);

    @Meaning("Lets the version score that did before, on every node; answers which")
    String rollback();

    @Meaning("Lets a version score in the champion's shadow, on every node")
    String challenge(String version);

    @Meaning("Lets a challenger score no more, on every node")
    String retire(String version);
}
