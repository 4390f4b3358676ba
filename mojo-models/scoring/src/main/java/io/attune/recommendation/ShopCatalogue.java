package io.attune.recommendation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.attune.eventlog.EventLogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Reads what is sold from a CSV with the columns {@code item,name,category,price}. */
public final class ShopCatalogue {
    private ShopCatalogue() {}

    /**
     * Every item; none when there is no such file.
     *
     * @throws EventLogException when the file cannot be read or lacks a column
     */
    public static List<ShopItem> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file);
                Stream<NamedCsvRecord> rows = csv.stream()) {
            return rows.map(ShopCatalogue::item).toList();
        } catch (IOException | RuntimeException unreadable) {
            throw new EventLogException(
                    file + " is no list of products with the columns item,name,category,price: "
                            + unreadable.getMessage(),
                    unreadable);
        }
    }

    private static ShopItem item(NamedCsvRecord row) {
        String category = row.getField("category");
        String price = row.getField("price");
        return new ShopItem(
                row.getField("item"),
                row.getField("name"),
                category.isEmpty() ? Optional.empty() : Optional.of(category),
                price.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(price)));
    }
}
