package io.attune.jmx;

/** A segment as JMX shows it. */
@Meaning("A segment: who is in it now")
public interface SegmentView {
    @Meaning("Profiles in the segment")
    long getProfiles();
}
