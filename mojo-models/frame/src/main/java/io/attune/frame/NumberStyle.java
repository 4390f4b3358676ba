package io.attune.frame;

import java.util.regex.Pattern;

/** How a column writes its numbers. */
public enum NumberStyle {
    /** {@code -1234.5}, {@code 1e-3}. */
    PLAIN(Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?")) {
        @Override
        String plain(String cell) {
            return cell;
        }
    },
    /** {@code $1,234.50}, {@code 12 %}: a currency or percent sign and grouping commas are dropped. */
    GROUPED(Pattern.compile("[-+]?[$€£¥]? ?[-+]?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)? ?[$€£¥%]?")) {
        @Override
        String plain(String cell) {
            return cell.replaceAll("[^-+.\\d]", "");
        }
    },
    /** {@code 1.234,50 €}: the comma is the decimal sign, dots group. */
    DECIMAL_COMMA(Pattern.compile("[-+]?[$€£¥]? ?[-+]?(\\d{1,3}(\\.\\d{3})+|\\d+)(,\\d+)? ?[$€£¥%]?")) {
        @Override
        String plain(String cell) {
            return cell.replaceAll("[^-+,\\d]", "").replace(',', '.');
        }
    };

    private final Pattern pattern;

    NumberStyle(Pattern pattern) {
        this.pattern = pattern;
    }

    abstract String plain(String cell);

    boolean accepts(String cell) {
        return pattern.matcher(cell).matches();
    }

    /** The number that a cell says; NaN when it says none. */
    double parse(String cell) {
        if (!accepts(cell)) {
            return Double.NaN;
        }
        double value = Double.parseDouble(plain(cell));
        return Double.isInfinite(value) ? Double.NaN : value;
    }
}
