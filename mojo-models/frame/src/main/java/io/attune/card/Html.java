package io.attune.card;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Pieces of markup. Every text from outside goes through {@link #escape}. */
final class Html {
    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Four significant digits, whole numbers with grouping. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        double size = Math.abs(value);
        if (size >= 100) {
            return number(value, 1);
        }
        return size >= 1 ? number(value, 2) : number(value, 4);
    }

    /** So many digits after the point, with grouping; what is rounded to nothing has no sign. */
    static String number(double value, int digits) {
        if (Double.isNaN(value)) {
            return "–";
        }
        String text = String.format(Locale.ROOT, "%,." + digits + "f", value);
        return text.matches("-[0.]*") ? text.substring(1) : text;
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f\u00a0%%", share * 100);
    }

    static String section(String title, String note, String content) {
        return "<section><h2>" + escape(title) + "</h2>"
                + (note.isEmpty() ? "" : "<p class=note>" + escape(note) + "</p>") + content + "</section>\n";
    }

    /** A table of cells that are markup already. */
    static String table(List<String> header, List<List<String>> rows) {
        String head =
                header.stream().map(cell -> "<th>" + escape(cell) + "</th>").collect(Collectors.joining());
        String body = rows.stream()
                .map(row -> row.stream()
                        .map(cell -> "<td>" + cell + "</td>")
                        .collect(Collectors.joining("", "<tr>", "</tr>\n")))
                .collect(Collectors.joining());
        return "<table><thead><tr>" + head + "</tr></thead><tbody>\n" + body + "</tbody></table>";
    }
}
