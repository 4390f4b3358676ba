package io.attune.consent;

/** What the gate says of one person, channel and purpose at one moment. */
public sealed interface Verdict {

    record Permitted(Standing standing) implements Verdict {}

    record Refused(String reason) implements Verdict {}
}
