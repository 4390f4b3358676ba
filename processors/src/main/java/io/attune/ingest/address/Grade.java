package io.attune.ingest.address;

/** How good an address is, the best first. An address is as good as the worst thing in it. */
public enum Grade {
    /** A mailbox as everybody writes them. */
    PLAIN,
    /** A mailbox that SMTP takes, and yet a rarity: a quoted local part, an address literal, a bare or numeric top domain (RFC 5321). */
    UNUSUAL,
    /** Right inside of a message only: comments or folded lines stand around it (RFC 5322). */
    COMMENTED,
    /** In the obsolete syntax that may be read and must not be written (RFC 5322, section 4). */
    OBSOLETE,
    /** Fits the grammar of messages and no mail server: too long, or a domain that no host can have. */
    UNREACHABLE,
    /** No address. */
    MALFORMED;

    /** Whether mail can be sent to it over SMTP as it is written. */
    public boolean deliverable() {
        return compareTo(UNUSUAL) <= 0;
    }
}
