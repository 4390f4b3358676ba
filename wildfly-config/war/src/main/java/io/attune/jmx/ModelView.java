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
}
