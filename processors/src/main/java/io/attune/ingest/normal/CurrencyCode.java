package io.attune.ingest.normal;

import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A currency as ISO 4217, from its code, its sign or its English name. */
public final class CurrencyCode {
    private static final int MAXIMUM_LENGTH = 60;

    /** Signs that one currency has. */
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("€", "EUR"),
            Map.entry("£", "GBP"),
            Map.entry("₹", "INR"),
            Map.entry("₩", "KRW"),
            Map.entry("₽", "RUB"),
            Map.entry("₺", "TRY"),
            Map.entry("₴", "UAH"),
            Map.entry("₪", "ILS"),
            Map.entry("₫", "VND"),
            Map.entry("₱", "PHP"),
            Map.entry("₦", "NGN"),
            Map.entry("฿", "THB"),
            Map.entry("zł", "PLN"),
            Map.entry("Kč", "CZK"),
            Map.entry("Ft", "HUF"),
            Map.entry("US$", "USD"),
            Map.entry("CA$", "CAD"),
            Map.entry("C$", "CAD"),
            Map.entry("A$", "AUD"),
            Map.entry("NZ$", "NZD"),
            Map.entry("HK$", "HKD"),
            Map.entry("R$", "BRL"),
            Map.entry("SFr.", "CHF"));

    private CurrencyCode() {}

    /**
     * The code; absent when the text names none, or a sign that several have.
     *
     * @param country ISO 3166 alpha-2 code that tells whose {@code $}, {@code ¥} or {@code kr} it is; may be empty
     */
    public static Optional<String> normalize(String text, String country) {
        String typed = text.strip();
        if (typed.isEmpty() || typed.length() > MAXIMUM_LENGTH) {
            return Optional.empty();
        }
        Optional<String> known = Optional.ofNullable(Names.BY_NAME.get(typed.toUpperCase(Locale.ROOT)));
        return known.isPresent() ? known : ofCountry(typed, country);
    }

    private static Optional<String> ofCountry(String sign, String country) {
        return Optional.ofNullable(Names.SIGNS_OF_COUNTRIES
                .getOrDefault(country.toUpperCase(Locale.ROOT), Map.of())
                .get(sign));
    }

    /** Made when the first currency is asked for. */
    private static final class Names {
        static final Map<String, String> BY_NAME = names();

        /** What the people of a country write for its currency, by country and sign. */
        static final Map<String, Map<String, String>> SIGNS_OF_COUNTRIES = signsOfCountries();

        private static Map<String, String> names() {
            Map<String, String> names = new HashMap<>();
            Set<Currency> all = Currency.getAvailableCurrencies();
            all.forEach(currency -> names.put(
                    currency.getDisplayName(Locale.ENGLISH).toUpperCase(Locale.ROOT), currency.getCurrencyCode()));
            all.forEach(currency -> names.put(currency.getCurrencyCode(), currency.getCurrencyCode()));
            SIGNS.forEach((sign, code) -> names.put(sign.toUpperCase(Locale.ROOT), code));
            return names;
        }

        private static Map<String, Map<String, String>> signsOfCountries() {
            Map<String, Map<String, String>> signs = new HashMap<>();
            Set<String> countries = Set.of(Locale.getISOCountries());
            for (Locale locale : Locale.getAvailableLocales()) {
                if (countries.contains(locale.getCountry())) {
                    Currency currency = Currency.getInstance(locale);
                    if (currency != null) {
                        signs.computeIfAbsent(locale.getCountry(), country -> new HashMap<>())
                                .put(currency.getSymbol(locale), currency.getCurrencyCode());
                    }
                }
            }
            return signs;
        }
    }
}
