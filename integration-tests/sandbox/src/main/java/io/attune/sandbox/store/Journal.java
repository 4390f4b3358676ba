package io.attune.sandbox.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.attune.sandbox.http.Json;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps tables over restarts in one file: a line of JSON for every change, of which the last one of a key counts. A change is
 * in the file before the caller goes on, so a killed process forgets nothing that it answered. Opening rewrites a file
 * of which most is superseded. Thread-safe.
 */
public final class Journal implements AutoCloseable {
    private final Path file;
    private final Map<String, Table<?>> tables = new LinkedHashMap<>();
    private OutputStream output;

    public Journal(Path file) {
        this.file = file;
    }

    /** Declares a table; all of them before {@link #open}. */
    public <V> Table<V> table(String name, Class<V> type) {
        Table<V> table = new Table<>(name, type, this);
        if (tables.put(name, table) != null) {
            throw new IllegalArgumentException("The table " + name + " is there already");
        }
        return table;
    }

    /** Fills the tables with what the file holds. */
    public synchronized void open() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!Files.exists(file) || !isWorthKeeping(read())) {
                rewrite();
            }
            output = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.APPEND), 1 << 16);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot open the journal " + file, failure);
        }
    }

    /** The number of lines; negative when the last one was cut off. */
    private long read() throws IOException {
        long lines = 0;
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!restored(line)) {
                    // Only a line that was cut off by a kill can be unreadable, and nothing follows it.
                    return -1;
                }
                lines++;
            }
        }
        return lines;
    }

    /** Whether most lines of the file still count. */
    private boolean isWorthKeeping(long lines) {
        long alive = tables.values().stream().mapToLong(Table::size).sum();
        return lines >= 0 && lines < alive * 2 + 1000;
    }

    private boolean restored(String line) {
        try {
            JsonNode entry = Json.MAPPER.readTree(line);
            Table<?> table = tables.get(entry.path("table").asText());
            if (table != null) {
                table.restore(entry.path("key").asText(), entry.path("value"));
            }
            return true;
        } catch (JsonProcessingException cutOff) {
            return false;
        }
    }

    private void rewrite() throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (OutputStream rewritten = new BufferedOutputStream(Files.newOutputStream(next), 1 << 16)) {
            for (Table<?> table : tables.values()) {
                table.writeTo(rewritten);
            }
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void append(byte[] lines) {
        synchronized (this) {
            if (output == null) {
                throw new IllegalStateException("The journal " + file + " is not open");
            }
            try {
                output.write(lines);
                output.flush();
            } catch (IOException failure) {
                throw new UncheckedIOException("Cannot write the journal " + file, failure);
            }
        }
    }

    static byte[] line(String table, String key, Object value) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        try (JsonGenerator json = Json.MAPPER.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("table", table);
            json.writeStringField("key", key);
            json.writeObjectField("value", value);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        line.write('\n');
        return line.toByteArray();
    }

    @Override
    public synchronized void close() {
        if (output == null) {
            return;
        }
        try {
            output.close();
            output = null;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot close the journal " + file, failure);
        }
    }
}
