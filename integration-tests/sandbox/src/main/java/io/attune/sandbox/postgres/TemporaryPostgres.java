package io.attune.sandbox.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL on a free loopback port that is thrown away after use, and is fast because nothing of it must last. */
public final class TemporaryPostgres implements AutoCloseable {
    private static final String USER = "postgres";
    private static final String DATABASE = "postgres";

    private final EmbeddedPostgres server;

    private TemporaryPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts one.
     *
     * @param folder where its files are; {@link #delete} removes it after the server was closed
     */
    public static TemporaryPostgres start(Path folder) throws IOException {
        return new TemporaryPostgres(EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .start());
    }

    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(USER);
        source.setReWriteBatchedInserts(true);
        return source;
    }

    /** The keys by which a hub or a command finds it, in a file that only its owner can read. */
    public Path writeConfiguration(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.write(file, List.of("attune.database.url=" + url(), "attune.database.user=" + USER));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** Deletes a folder with all that is in it. */
    public static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private String url() {
        return server.getJdbcUrl(USER, DATABASE).replaceFirst("\\?.*", "");
    }
}
