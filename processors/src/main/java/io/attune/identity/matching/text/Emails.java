package io.attune.identity.matching.text;

import java.util.Locale;
import java.util.Set;

/** E-mail addresses in one form: lower case, without a tag ({@code ann+shop@}) and, where the mailbox ignores them, without dots. */
public final class Emails {
    private static final Set<String> IGNORING_DOTS = Set.of("gmail.com", "googlemail.com");

    private Emails() {}

    /** The address as far as it names a mailbox; a text without an at sign stays as it is, in lower case. */
    public static String normalized(String text) {
        String address = text.strip().toLowerCase(Locale.ROOT);
        if (address.startsWith("mailto:")) {
            address = address.substring("mailto:".length());
        }
        int at = address.lastIndexOf('@');
        if (at <= 0) {
            return address;
        }
        String local = address.substring(0, at);
        int tag = local.indexOf('+');
        String mailbox = tag > 0 ? local.substring(0, tag) : local;
        String domain = address.substring(at + 1);
        return (IGNORING_DOTS.contains(domain) ? mailbox.replace(".", "") : mailbox) + "@" + domain;
    }

    /** What stands before the at sign; the whole where there is none. */
    public static String local(String address) {
        int at = address.lastIndexOf('@');
        return at <= 0 ? address : address.substring(0, at);
    }
}
