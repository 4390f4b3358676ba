package io.attune.frame;

import java.util.Optional;
import java.util.regex.Pattern;

/** Tells which columns nothing general can be learned from. */
final class DroppedColumns {
    private static final double NEARLY_EVERY = 0.9;
    private static final double HALF = 0.5;
    private static final int TOO_FEW_TO_TELL = 30;
    private static final double WORDS_OF_A_TEXT = 6;
    private static final int FEWEST_DIGITS = 6;
    private static final int FEWEST_CODES = 200;
    private static final Pattern IDENTIFIER = Pattern.compile(
            "(?i)(.*[_ .-])?(id|uuid|guid|key|index|rownumber|row_number|rowid|row_id|hash|token)"
                    + "|(?-i:.*[a-z](Id|ID|Uuid|UUID|Key))|(e-?mail|phone|url|ssn|iban)([_ .-]?address|[_ .-]?number)?|column_1|unnamed: ?\\d+");

    private static final Pattern FRACTION = Pattern.compile("-?\\d*[.,]\\d*[1-9]\\d*");

    private DroppedColumns() {}

    static Optional<String> reason(ColumnCells cells) {
        if (cells.present() == 0) {
            return Optional.of("empty");
        }
        if (cells.distinct() == 1 && cells.present() == cells.rows()) {
            return Optional.of("always " + cells.counts().keySet().iterator().next());
        }
        if (cells.present() < TOO_FEW_TO_TELL) {
            return cells.rows() > TOO_FEW_TO_TELL * 10
                    ? Optional.of("only " + cells.present() + " rows have a value")
                    : Optional.empty();
        }
        return identifier(cells).or(() -> text(cells));
    }

    private static Optional<String> identifier(ColumnCells cells) {
        double share = (double) cells.distinct() / cells.present();
        // What has fractions is measured, as a price index is.
        boolean named = IDENTIFIER.matcher(cells.name()).matches()
                && cells.counts().keySet().stream()
                        .noneMatch(cell -> FRACTION.matcher(cell).matches());
        if (named && share > HALF) {
            return Optional.of(
                    "an identifier: named so, and " + cells.distinct() + " values in " + cells.present() + " rows");
        }
        if (share == 1 && isRowNumber(cells)) {
            return Optional.of("numbers its rows: each value once, nearly consecutive");
        }
        if (share == 1 && isCode(cells)) {
            return Optional.of("an identifier: each value once, all of as many digits");
        }
        boolean measured = cells.asNumbers().isPresent() || cells.asDates().isPresent();
        if (share > NEARLY_EVERY && !measured) {
            return Optional.of("nearly every row has a value of its own: " + cells.distinct() + " in " + cells.present()
                    + " rows");
        }
        return Optional.empty();
    }

    /** Numbers of accounts or cards; measurements would be of different lengths, or repeat themselves. */
    private static boolean isCode(ColumnCells cells) {
        int length = cells.counts().keySet().iterator().next().length();
        return length >= FEWEST_DIGITS
                && cells.present() >= FEWEST_CODES
                && cells.counts().keySet().stream().allMatch(cell -> cell.length() == length && cell.matches("\\d+"))
                && cells.asDatesOfDigits().isEmpty();
    }

    private static boolean isRowNumber(ColumnCells cells) {
        if (!cells.counts().keySet().stream().allMatch(cell -> cell.matches("\\d{1,15}"))) {
            return false;
        }
        long least = cells.counts().keySet().stream()
                .mapToLong(Long::parseLong)
                .min()
                .orElse(0);
        long most = cells.counts().keySet().stream()
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
        // A part of a table keeps gaps where the other rows were; measurements this dense would repeat themselves.
        return most - least < 3L * cells.distinct();
    }

    private static Optional<String> text(ColumnCells cells) {
        double words = cells.counts().entrySet().stream()
                        .mapToDouble(entry -> entry.getValue() * words(entry.getKey()))
                        .sum()
                / cells.present();
        boolean varied = cells.distinct() >= cells.present() * HALF;
        return words >= WORDS_OF_A_TEXT && varied ? Optional.of("free text") : Optional.empty();
    }

    private static double words(String cell) {
        return cell.chars().filter(character -> character == ' ').count() + 1.0;
    }
}
