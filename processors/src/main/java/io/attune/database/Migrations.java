package io.attune.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to the schema of this version. Safe to run by several nodes at once: Flyway locks. */
public final class Migrations {
    private static final String LOCATION = "classpath:io/attune/database/migrations";

    private Migrations() {}

    public static void migrate(DataSource dataSource) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .locations(LOCATION)
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }
}
