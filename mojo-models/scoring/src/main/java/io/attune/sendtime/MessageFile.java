package io.attune.sendtime;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads who received and opened which messages from a CSV with the columns {@code person,zone,delivered,opened}. */
public final class MessageFile {
    private MessageFile() {}

    /**
     * Everybody in it.
     *
     * @param otherwise the zone of people whose own is empty or no zone
     * @throws IllegalArgumentException when a row cannot be read, with its line
     */
    public static List<Reader> read(Path file, ZoneId otherwise) {
        Map<String, List<ReceivedMessage>> messages = new LinkedHashMap<>();
        Map<String, ZoneId> zones = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                String person = row.getField("person");
                messages.computeIfAbsent(person, any -> new ArrayList<>()).add(message(file, row));
                zones.put(person, zone(row.getField("zone"), otherwise));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return messages.entrySet().stream()
                .map(entry -> new Reader(zones.get(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static ReceivedMessage message(Path file, NamedCsvRecord row) {
        try {
            String opened = row.getField("opened");
            return new ReceivedMessage(
                    Instant.parse(row.getField("delivered")),
                    opened.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(opened)));
        } catch (DateTimeException broken) {
            throw new IllegalArgumentException(
                    file + ":" + row.getStartingLineNumber() + ": " + broken.getMessage()
                            + "; a moment is written as 2026-06-01T06:00:00Z",
                    broken);
        }
    }

    private static ZoneId zone(String name, ZoneId otherwise) {
        try {
            return name.isEmpty() ? otherwise : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return otherwise;
        }
    }
}
