package io.attune.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/** One PostgreSQL a JVM, started at first use and stopped with the JVM; a migrated database a caller. */
public final class TestPostgres {
    private static final String TEMPLATE = "attune_template";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    /** Name of a new database with the schema of this version. */
    public static String createDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        Jdbi.create(Server.POSTGRES.getPostgresDatabase())
                .useHandle(handle -> handle.execute("create database " + name + " template " + TEMPLATE));
        return name;
    }

    public static String url(String database) {
        return Server.POSTGRES.getJdbcUrl("postgres", database);
    }

    public static void dropDatabase(String name) {
        Jdbi.create(Server.POSTGRES.getPostgresDatabase())
                .useHandle(handle -> handle.execute("drop database " + name + " with (force)"));
    }

    private static DataSource dataSource(EmbeddedPostgres postgres, String database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(postgres.getJdbcUrl("postgres", database));
        return dataSource;
    }

    private static final class Server {
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres), "stop-postgres"));
                Jdbi.create(postgres.getPostgresDatabase())
                        .useHandle(handle -> handle.execute("create database " + TEMPLATE));
                Migrations.migrate(dataSource(postgres, TEMPLATE));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres postgres) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
