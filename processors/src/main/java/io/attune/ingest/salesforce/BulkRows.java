package io.attune.ingest.salesforce;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.regex.Pattern;

/**
 * The rows of a page of the Bulk API, one at a time, in the form in which a query answers them: what is empty is absent,
 * {@code Account.Name} is {@code Name} inside of {@code Account}, and checkboxes of Salesforce's own ({@code IsDeleted},
 * {@code HasOptedOutOfEmail}) are booleans. All else is text, numbers too.
 */
final class BulkRows implements Iterable<ObjectNode> {
    private static final Pattern CHECKBOX = Pattern.compile("(Is|Has|DoNot)[A-Z]\\w*(?<!__c)");

    private final CsvReader<NamedCsvRecord> reader;

    BulkRows(InputStream answer) {
        this.reader = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(answer, StandardCharsets.UTF_8));
    }

    @Override
    public Iterator<ObjectNode> iterator() {
        Iterator<NamedCsvRecord> lines = reader.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public ObjectNode next() {
                return row(lines.next());
            }
        };
    }

    private static ObjectNode row(NamedCsvRecord line) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        line.getFieldsAsMap().forEach((name, text) -> {
            if (!text.isEmpty()) {
                put(row, name, text);
            }
        });
        return row;
    }

    private static void put(ObjectNode row, String name, String text) {
        int dot = name.indexOf('.');
        if (dot > 0) {
            put(row.withObjectProperty(name.substring(0, dot)), name.substring(dot + 1), text);
        } else if (CHECKBOX.matcher(name).matches() && (text.equals("true") || text.equals("false"))) {
            row.put(name, text.equals("true"));
        } else {
            row.put(name, text);
        }
    }
}
