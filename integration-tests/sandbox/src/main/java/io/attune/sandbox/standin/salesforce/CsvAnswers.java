package io.attune.sandbox.standin.salesforce;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows as the Bulk API writes them: a header, every value in quotes, LF at the end of a line, nothing for null. */
final class CsvAnswers {
    private CsvAnswers() {}

    static void write(SoqlQuery query, List<SObject> rows, OutputStream output) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8), 1 << 16);
        String comma = "";
        for (Field field : query.fields()) {
            writer.write(comma);
            quote(field.name(), writer);
            comma = ",";
        }
        writer.write('\n');
        for (SObject row : rows) {
            comma = "";
            for (Field field : query.fields()) {
                writer.write(comma);
                quote(row.text(field.name()), writer);
                comma = ",";
            }
            writer.write('\n');
        }
        writer.flush();
    }

    private static void quote(String text, Writer writer) throws IOException {
        writer.write('"');
        writer.write(text.replace("\"", "\"\""));
        writer.write('"');
    }
}
