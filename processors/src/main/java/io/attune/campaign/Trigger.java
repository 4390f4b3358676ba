package io.attune.campaign;

/** What starts a campaign for a person. */
public sealed interface Trigger {

    /** The person enters a segment. */
    record Entry(String segment) implements Trigger {}

    /** The person does something. */
    record Happening(String eventType) implements Trigger {}
}
