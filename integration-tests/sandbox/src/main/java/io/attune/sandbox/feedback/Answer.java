package io.attune.sandbox.feedback;

import java.time.Instant;

/**
 * What a person did with a message.
 *
 * @param id makes it idempotent: the same id counts once
 * @param message the service's id of the message
 * @param url what was clicked; empty otherwise
 * @param text what was texted back; empty = the usual word for the kind
 */
public record Answer(String id, String message, Kind kind, String url, String text, Instant at) {
    /** What a person can do. */
    public enum Kind {
        /** Opens an e-mail. */
        OPEN,
        /** Clicks a link in an e-mail. */
        CLICK,
        /** Unsubscribes with the service's own link in an e-mail. */
        UNSUBSCRIBE,
        /** Unsubscribes by the mail program's button: RFC 8058, one POST to the address in the e-mail's header. */
        ONE_CLICK,
        /** Calls an e-mail spam. */
        SPAM,
        /** Nobody has this address: the e-mail comes back. */
        BOUNCE,
        /** Texts STOP. */
        STOP,
        /** Texts START. */
        START,
        /** Texts anything else. */
        REPLY
    }

    public static Answer open(String message, Instant at) {
        return new Answer(message + ":open:" + at, message, Kind.OPEN, "", "", at);
    }

    public static Answer click(String message, String url, Instant at) {
        return new Answer(message + ":click:" + at + ":" + url, message, Kind.CLICK, url, "", at);
    }

    /** An answer that can be given once to a message. */
    public static Answer of(Kind kind, String message, Instant at) {
        return new Answer(message + ":" + kind, message, kind, "", "", at);
    }
}
