package io.attune.sandbox.population.person;

/** Where somebody likes to be written to. */
public enum ChannelPreference {
    EMAIL,
    SMS,
    NONE
}
