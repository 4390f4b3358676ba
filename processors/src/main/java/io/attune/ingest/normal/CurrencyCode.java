package io.attune.ingest.normal;

import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A currency as ISO 4217, from its code, its sign or its English name. Thread-safe. */
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

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /**
     * What the people of a country write for its currency, by country and sign. A country's are made when one of them is asked
     * for: the Java platform takes milliseconds to find a sign, and seconds for all of them, while every order would wait.
     */
    private static final Map<String, Map<String, String>> SIGNS_OF_COUNTRIES = new ConcurrentHashMap<>();

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
        String code = country.toUpperCase(Locale.ROOT);
        return COUNTRIES.contains(code)
                ? Optional.ofNullable(SIGNS_OF_COUNTRIES
                        .computeIfAbsent(code, CurrencyCode::signs)
                        .get(sign))
                : Optional.empty();
    }

    private static Map<String, String> signs(String country) {
        Map<String, String> signs = new HashMap<>();
        for (Locale locale : Locale.getAvailableLocales()) {
            if (locale.getCountry().equals(country)) {
                Currency currency = Currency.getInstance(locale);
                if (currency != null) {
                    signs.put(currency.getSymbol(locale), currency.getCurrencyCode());
                }
            }
        }
        return Map.copyOf(signs);
    }

    /** Made when the first currency is asked for. */
    private static final class Names {
        static final Map<String, String> BY_NAME = names();

        private static Map<String, String> names() {
            Map<String, String> names = new HashMap<>();
            Set<Currency> all = Currency.getAvailableCurrencies();
            all.forEach(currency -> names.put(
                    currency.getDisplayName(Locale.ENGLISH).toUpperCase(Locale.ROOT), currency.getCurrencyCode()));
            all.forEach(currency -> names.put(currency.getCurrencyCode(), currency.getCurrencyCode()));
            SIGNS.forEach((sign, code) -> names.put(sign.toUpperCase(Locale.ROOT), code));
            return names;
        }
    }
}
