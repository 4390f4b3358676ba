package io.attune.ingest.csv;

import io.attune.crypto.Encryption;
import io.attune.database.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Which files were read, by what they hold: a file that comes again under any name is recognised. The hash is keyed, since
 * a file of one line could be guessed. Thread-safe.
 */
public final class FileLedger {
    private final Database database;
    private final Encryption encryption;

    public FileLedger(Database database, Encryption encryption) {
        this.database = database;
        this.encryption = encryption;
    }

    /** The keyed hash of a file's bytes. */
    byte[] hash(Path file) throws IOException {
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), sha256())) {
            bytes.transferTo(OutputStream.nullOutputStream());
            byte[] digest = ((DigestInputStream) bytes).getMessageDigest().digest();
            return encryption.hash("file", HexFormat.of().formatHex(digest));
        }
    }

    /** Whether all of the same content is in Kafka already. */
    boolean knows(FileReading reading) {
        return database.inHandle(
                handle -> handle.createQuery("select exists (select 1 from source_file where source = :source and "
                                + "content_hash = :hash and state = 'read')")
                        .bind("source", reading.source())
                        .bind("hash", reading.contentHash())
                        .mapTo(Boolean.class)
                        .one());
    }

    /** Writes down that a reading ended, and how. */
    void ended(FileReading reading) {
        String state = reading.flaw().isPresent() ? "failed" : "read";
        database.useHandle(handle -> handle.createUpdate("""
                        insert into source_file as known
                          (source, content_hash, name, state, reason, records, rejects, read_at, last_at)
                        values (:source, :hash, :name, :state, :reason, :records, :rejects, :at, :at)
                        on conflict (source, content_hash) do update set last_at = excluded.last_at,
                          last_name = excluded.name, repeats = known.repeats + case when :repeated then 1 else 0 end,
                          state = case when :repeated then known.state else excluded.state end,
                          reason = case when :repeated then known.reason else excluded.reason end,
                          records = case when :repeated then known.records else excluded.records end,
                          rejects = case when :repeated then known.rejects else excluded.rejects end
                        """)
                .bind("source", reading.source())
                .bind("hash", reading.contentHash())
                .bind("name", reading.name())
                .bind("state", state)
                .bind("reason", reading.flaw().map(FileFlaw::reason).orElse(null))
                .bind("records", reading.records())
                .bind("rejects", reading.rejects())
                .bind("repeated", reading.repeated())
                .bind("at", reading.begunAt())
                .execute());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
