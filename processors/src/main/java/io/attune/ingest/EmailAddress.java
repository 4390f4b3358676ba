package io.attune.ingest;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Makes one spelling of all that an e-mail address is written in: without surrounding space, {@code mailto:} or angle
 * brackets, in lower case (no mail provider of size tells local parts apart by case), the domain in ASCII.
 */
final class EmailAddress {
    private static final int MAXIMUM_LENGTH = 254;
    private static final int MAXIMUM_LOCAL_LENGTH = 64;
    /** The dot-atom of RFC 5322, and letters beyond ASCII as RFC 6531 allows. Quoted local parts are mistakes in practice. */
    private static final Pattern LOCAL =
            Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");

    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private EmailAddress() {}

    /** The normalized address; absent when the text is none. */
    static Optional<String> normalize(String text) {
        String address = bare(Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
        int at = address.lastIndexOf('@');
        if (at < 1 || at > MAXIMUM_LOCAL_LENGTH || address.length() > MAXIMUM_LENGTH) {
            return Optional.empty();
        }
        String local = address.substring(0, at).toLowerCase(Locale.ROOT);
        return domain(address.substring(at + 1))
                .filter(domain -> LOCAL.matcher(local).matches())
                .map(domain -> local + "@" + domain);
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
