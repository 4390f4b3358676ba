package io.attune.record;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.net.IDN;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Brings what people typed into the one form by which it is compared. Stateless and thread-safe. */
public final class Normalizer {
    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s@\"(),:;<>\\[\\]\\\\\\p{Cntrl}]{1,64}@(?=.{1,253}$)[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SEPARATED = Pattern.compile("(?<=[-' ’])|(?=[-' ’])");
    /** Values that people and systems type into a required field. */
    private static final Set<String> PLACEHOLDERS =
            Set.of("n/a", "na", "none", "null", "unknown", "undefined", "-", "test", "anonymous", "0", "00000000");

    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();

    /** Lower case, with a domain in its ASCII form; empty where it is no address. Dots and tags are kept: they may name two people. */
    public Optional<String> email(String typed) {
        String text = plain(typed).toLowerCase(Locale.ROOT);
        String address = text.startsWith("mailto:") ? text.substring("mailto:".length()) : text;
        int at = address.lastIndexOf('@');
        if (at < 1 || at == address.length() - 1) {
            return Optional.empty();
        }
        return ascii(address.substring(at + 1))
                .map(domain -> address.substring(0, at) + '@' + domain)
                .filter(normalized -> EMAIL.matcher(normalized).matches());
    }

    private static Optional<String> ascii(String domain) {
        try {
            return Optional.of(IDN.toASCII(domain).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * E.164; empty where it is no possible and valid number.
     *
     * @param country ISO 3166 alpha-2 of the region that numbers without a country code belong to
     */
    public Optional<String> phone(String typed, String country) {
        String text = plain(typed);
        if (text.length() > 64) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = phones.parse(text, country.toUpperCase(Locale.ROOT));
            return phones.isValidNumber(number)
                    ? Optional.of(phones.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** An id of a source: without spaces around; empty where it is a placeholder. */
    public Optional<String> id(String typed) {
        String text = plain(typed);
        return Optional.of(text)
                .filter(id -> !id.isEmpty() && id.length() <= 256)
                .filter(id -> !PLACEHOLDERS.contains(id.toLowerCase(Locale.ROOT)));
    }

    /** A name as it is written on a letter: one space between words, and capitals where somebody typed all or none. */
    public Optional<String> name(String typed) {
        String text = plain(typed);
        if (text.isEmpty() || text.length() > 256 || PLACEHOLDERS.contains(text.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        boolean monotonous = text.equals(text.toUpperCase(Locale.ROOT)) || text.equals(text.toLowerCase(Locale.ROOT));
        return Optional.of(monotonous ? capitalized(text) : text);
    }

    private static String capitalized(String text) {
        StringBuilder name = new StringBuilder();
        SEPARATED.splitAsStream(text.toLowerCase(Locale.ROOT)).forEach(part -> {
            int first = part.offsetByCodePoints(0, 1);
            name.append(part.substring(0, first).toUpperCase(Locale.ROOT)).append(part.substring(first));
        });
        return name.toString();
    }

    private static String plain(String typed) {
        String composed = java.text.Normalizer.normalize(StorableText.of(typed), Form.NFKC);
        return SPACES.matcher(composed).replaceAll(" ").strip();
    }
}
