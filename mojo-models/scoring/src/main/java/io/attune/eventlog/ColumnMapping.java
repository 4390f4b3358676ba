package io.attune.eventlog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which columns of a log say what. A column is named as in the header line, or by its position, from 1, where the log has
 * none. The value may be a product of columns, {@code value=Quantity*UnitPrice}.
 *
 * @param person who did it
 * @param time when
 * @param item with which product, if there is such a column
 * @param value for how much; the product of these columns, none when empty
 * @param kind what was done, if there is such a column
 */
public record ColumnMapping(
        String person, String time, Optional<String> item, List<String> value, Optional<String> kind) {
    private static final String EXAMPLE =
            "such as --map person=CustomerID,time=InvoiceDate,item=StockCode,value=Quantity*UnitPrice,kind=InvoiceNo;"
                    + " person and time are needed";
    private static final List<String> KEYS = List.of("person", "time", "item", "value", "kind");

    public ColumnMapping {
        value = List.copyOf(value);
    }

    /**
     * Reads {@code person=COL,time=COL,item=COL,value=COL,kind=COL}.
     *
     * @throws EventLogException when a key is unknown, named twice, or person or time is not named
     */
    public static ColumnMapping parse(String text) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            String key = equals < 0 ? part.strip() : part.substring(0, equals).strip();
            String column = equals < 0 ? "" : part.substring(equals + 1).strip();
            if (!KEYS.contains(key)) {
                throw new EventLogException("The mapping \"" + text + "\" names \"" + key + "\"; known are "
                        + String.join(", ", KEYS) + ", " + EXAMPLE);
            }
            if (!column.isEmpty() && columns.put(key, column) != null) {
                throw new EventLogException("The mapping \"" + text + "\" names " + key + " twice");
            }
        }
        if (!columns.containsKey("person") || !columns.containsKey("time")) {
            throw new EventLogException("The mapping \"" + text + "\" is not complete: write it " + EXAMPLE);
        }
        return new ColumnMapping(
                columns.get("person"),
                columns.get("time"),
                Optional.ofNullable(columns.get("item")),
                columns.containsKey("value") ? List.of(columns.get("value").split("\\s*\\*\\s*")) : List.of(),
                Optional.ofNullable(columns.get("kind")));
    }
}
