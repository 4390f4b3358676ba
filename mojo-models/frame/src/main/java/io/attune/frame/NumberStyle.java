package io.attune.frame;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a column writes its numbers. */
public enum NumberStyle {
    /** {@code -1234.5}, {@code 1e-3}. */
    PLAIN(Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d{1,3})?")) {
        @Override
        double number(String cell) {
            return Double.parseDouble(cell);
        }
    },
    /** {@code $1,234.50}, {@code 12 %}, {@code USD 1'000}, {@code (5.00)} for -5: units and grouping signs are dropped. */
    GROUPED(decorated("[1-9]\\d{0,2}(?:[,' ]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+")) {
        @Override
        double number(String cell) {
            return Double.parseDouble(signed(cell, "[^.\\d]"));
        }
    },
    /** {@code 1.234,50 €}: the comma is the decimal sign, dots or blanks group. */
    DECIMAL_COMMA(decorated("[1-9]\\d{0,2}(?:[.' ]\\d{3})+(?:,\\d+)?|\\d+(?:,\\d+)?|,\\d+")) {
        @Override
        double number(String cell) {
            return Double.parseDouble(signed(cell, "[^,\\d]").replace(',', '.'));
        }
    };

    private static final Pattern NEGATIVE = Pattern.compile("^\\D*?[-\u2212(]");

    private final Pattern pattern;

    NumberStyle(Pattern pattern) {
        this.pattern = pattern;
    }

    /** What an accepted cell says. */
    abstract double number(String cell);

    boolean accepts(String cell) {
        return pattern.matcher(cell).matches();
    }

    /** The number that a cell says; NaN when it says none. */
    double parse(String cell) {
        if (!accepts(cell)) {
            return Double.NaN;
        }
        double value = number(cell);
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    /** Digits with a sign, a currency or percent sign before or after them, and brackets as bookkeepers write what is owed. */
    private static Pattern decorated(String digits) {
        String sign = "[-+\u2212]?";
        String unit = "(?:[A-Z]{0,2}\\p{Sc}|%|‰|USD|EUR|GBP|CHF|JPY|CNY|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|INR|BRL|MXN"
                + "|ZAR|TRY|RUB|KRW|SGD|HKD|Rs\\.?|kr\\.?|zł|Kč|Ft)?";
        String whole = sign + unit + " ?" + sign + "(?:" + digits + ") ?" + unit;
        return Pattern.compile(
                "(?:" + whole + "|" + unit + " ?\\( ?" + unit + " ?(?:" + digits + ") ?" + unit + " ?\\))");
    }

    private static String signed(String cell, String dropped) {
        Matcher negative = NEGATIVE.matcher(cell);
        // "Rs." ends with a dot that is no decimal sign.
        String plain = cell.replace("Rs.", "").replace("kr.", "").replaceAll(dropped, "");
        return negative.find() ? "-" + plain : plain;
    }
}
