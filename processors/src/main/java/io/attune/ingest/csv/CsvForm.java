package io.attune.ingest.csv;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one source writes its CSV files. Immutable.
 *
 * @param name of the file that defines it
 * @param source what its records name as their source
 * @param mapping name of the mapping, or several, comma separated
 * @param group the column whose value consecutive lines share that belong together; absent where every line stands alone
 * @param required columns, by our names, without which a file is not read
 * @param columns our name of a column, by what the source may call it; both in lower case with underscores for spaces
 * @param header the columns of files that have no header line; empty where they have one
 * @param separator absent where every file's own is found out
 * @param encoding absent where every file's own is found out
 */
public record CsvForm(
        String name,
        String source,
        String mapping,
        Optional<String> group,
        List<String> required,
        Map<String, String> columns,
        List<String> header,
        Optional<Character> separator,
        char quote,
        Optional<Charset> encoding) {
    public CsvForm {
        required = List.copyOf(required);
        columns = Map.copyOf(columns);
        header = List.copyOf(header);
    }

    /** Our name of a column that the source calls so. */
    String column(String theirs) {
        String plain = ColumnNames.plain(theirs);
        return columns.getOrDefault(plain, plain);
    }
}
