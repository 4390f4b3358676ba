package io.attune.command.resolve;

import io.attune.command.CommandFailure;
import io.attune.identity.matching.PersonTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads files into a table, and who the rows truly are beside it. */
record RowReader(FieldMapping mapping, Optional<TruthColumn> truth, PersonTable table, List<String> people) {
    private static final int MOST_ROWS = 16_000_000;

    void read(Path path) {
        CsvFile file = new CsvFile(path);
        int[] places = mapping.places(file);
        int person = truth.map(column -> file.place(column.column())).orElse(-1);
        file.forEach(row -> {
            if (table.size() >= MOST_ROWS) {
                throw new CommandFailure(path
                        + " has more than 16,000,000 rows; split it, for example by country, and resolve the parts");
            }
            List<String> texts = new ArrayList<>(places.length);
            Arrays.stream(places).forEach(place -> texts.add(row[place]));
            table.add(texts);
            truth.ifPresent(column -> people.add(column.personOf(row[person]).intern()));
        });
    }
}
