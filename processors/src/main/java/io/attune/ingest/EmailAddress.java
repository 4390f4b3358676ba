package io.attune.ingest;

import io.attune.ingest.address.AddressSyntax;
import io.attune.ingest.address.Grade;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes one spelling of all that an e-mail address is written in: without surrounding space, comments, {@code mailto:}, angle
 * brackets or needless quotes, in lower case (no mail provider of size tells local parts apart by case), the domain in ASCII. What
 * the grammar allows and no one can write to from outside (an address literal, a domain of one label) is none.
 */
final class EmailAddress {
    private static final int MAXIMUM_LENGTH = 254;
    /** A quoted word that needs no quotes. */
    private static final Pattern NEEDLESSLY_QUOTED =
            Pattern.compile("\"([\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*)\"");

    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private EmailAddress() {}

    /** The normalized address; absent when the text is none. */
    static Optional<String> normalize(String text) {
        if (text.length() > 2 * MAXIMUM_LENGTH) {
            return Optional.empty();
        }
        AddressSyntax address = AddressSyntax.of(
                bare(Normalizer.normalize(text, Normalizer.Form.NFKC).strip()));
        if (address.grade().compareTo(Grade.COMMENTED) > 0) {
            return Optional.empty();
        }
        String local =
                NEEDLESSLY_QUOTED.matcher(address.local()).replaceFirst("$1").toLowerCase(Locale.ROOT);
        return domain(address.domain())
                .map(domain -> local + "@" + domain)
                .filter(normal -> normal.length() <= MAXIMUM_LENGTH);
    }

    private static String bare(String text) {
        String inner = text.regionMatches(true, 0, "mailto:", 0, 7) ? text.substring(7) : text;
        return inner.startsWith("<") && inner.endsWith(">") ? inner.substring(1, inner.length() - 1) : inner;
    }

    private static Optional<String> domain(String text) {
        try {
            String ascii = IDN.toASCII(text).toLowerCase(Locale.ROOT);
            return Optional.of(ascii).filter(domain -> DOMAIN.matcher(domain).matches());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
