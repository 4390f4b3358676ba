package io.attune.ingest.address;

import java.util.Objects;

/**
 * What the grammar says of a text as an e-mail address. Nothing is asked of the network.
 *
 * @param local the local part without comments and space around it; empty when malformed
 * @param domain the same of the domain
 * @param reason what is remarkable, without the address itself; empty for a plain one
 */
public record AddressSyntax(Grade grade, String local, String domain, String reason) {
    public AddressSyntax {
        Objects.requireNonNull(grade, "grade");
        Objects.requireNonNull(local, "local");
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(reason, "reason");
    }

    /** Reads a text, as it is: not even a space around it is forgiven. */
    public static AddressSyntax of(String text) {
        Cursor cursor = new Cursor(text);
        try {
            String local = new LocalPart(cursor).read();
            String domain = new Domain(cursor).read();
            if (local.length() + 1 + domain.length() > 254) {
                cursor.note(Grade.UNREACHABLE, "it has more than 254 characters");
            }
            return new AddressSyntax(cursor.grade(), local, domain, cursor.reason());
        } catch (MalformedAddress e) {
            return new AddressSyntax(Grade.MALFORMED, "", "", e.getMessage());
        }
    }
}
