package io.attune.ingest.normal;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A country as ISO 3166 alpha-2, from its code (alpha-2 or alpha-3) or its name in many languages. */
public final class Country {
    private static final int MAXIMUM_LENGTH = 80;
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu", "ro", "bg", "el",
            "tr", "ru", "uk", "hr", "sl", "lt", "lv", "et", "ja", "zh", "ko", "ar", "he");

    /** What people write beside the names of the Unicode consortium. */
    private static final Map<String, String> COLLOQUIAL = Map.ofEntries(
            Map.entry("UK", "GB"),
            Map.entry("England", "GB"),
            Map.entry("Scotland", "GB"),
            Map.entry("Wales", "GB"),
            Map.entry("Northern Ireland", "GB"),
            Map.entry("Great Britain", "GB"),
            Map.entry("United Kingdom of Great Britain and Northern Ireland", "GB"),
            Map.entry("America", "US"),
            Map.entry("United States of America", "US"),
            Map.entry("The United States", "US"),
            Map.entry("Holland", "NL"),
            Map.entry("The Netherlands", "NL"),
            Map.entry("Czech Republic", "CZ"),
            Map.entry("Ivory Coast", "CI"),
            Map.entry("Korea", "KR"),
            Map.entry("Republic of Korea", "KR"),
            Map.entry("Russian Federation", "RU"),
            Map.entry("Republic of Ireland", "IE"),
            Map.entry("Eire", "IE"),
            Map.entry("Viet Nam", "VN"),
            Map.entry("Burma", "MM"),
            Map.entry("Turkey", "TR"),
            Map.entry("Macedonia", "MK"),
            Map.entry("Swaziland", "SZ"),
            Map.entry("UAE", "AE"),
            Map.entry("PRC", "CN"),
            Map.entry("People's Republic of China", "CN"),
            Map.entry("Federal Republic of Germany", "DE"),
            Map.entry("BRD", "DE"));

    private Country() {}

    /** The code; absent when the text names none. */
    public static Optional<String> normalize(String text) {
        if (text.length() > MAXIMUM_LENGTH) {
            return Optional.empty();
        }
        return Optional.ofNullable(Names.BY_NAME.get(folded(text)));
    }

    /** Letters only, in lower case and without accents. */
    private static String folded(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return NO_LETTERS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Made when the first country is asked for. */
    private static final class Names {
        static final Map<String, String> BY_NAME = names();

        private static Map<String, String> names() {
            Map<String, String> names = new HashMap<>();
            for (String code : Locale.getISOCountries()) {
                Locale country = new Locale.Builder().setRegion(code).build();
                names.put(folded(code), code);
                alpha3(country).ifPresent(alpha3 -> names.put(folded(alpha3), code));
                for (String language : LANGUAGES) {
                    names.putIfAbsent(folded(country.getDisplayCountry(Locale.forLanguageTag(language))), code);
                }
            }
            COLLOQUIAL.forEach((name, code) -> names.put(folded(name), code));
            names.remove("");
            return names;
        }

        private static Optional<String> alpha3(Locale country) {
            try {
                return Optional.of(country.getISO3Country());
            } catch (MissingResourceException e) {
                return Optional.empty();
            }
        }
    }
}
