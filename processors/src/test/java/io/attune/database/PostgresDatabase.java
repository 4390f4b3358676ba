package io.attune.database;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A fresh migrated database for a test class: {@code @RegisterExtension static final PostgresDatabase POSTGRES = new
 * PostgresDatabase();}. Outside of JUnit use {@link #open()} and {@link #close()}.
 */
public final class PostgresDatabase implements BeforeAllCallback, AfterAllCallback, AutoCloseable {
    private String name;
    private PooledDataSource pool;
    private LocalTransactions transactions;
    private Database database;

    @Override
    public void beforeAll(ExtensionContext context) {
        open();
    }

    @Override
    public void afterAll(ExtensionContext context) throws SQLException {
        close();
    }

    /** Creates the database. */
    public PostgresDatabase open() {
        name = TestPostgres.createDatabase();
        pool = new PooledDataSource(url());
        transactions = new LocalTransactions(pool);
        database = new Database(transactions.dataSource());
        return this;
    }

    @Override
    public void close() throws SQLException {
        pool.close();
        TestPostgres.dropDatabase(name);
    }

    public String url() {
        return TestPostgres.url(name);
    }

    /** Bound to {@link #transactions()}. */
    public DataSource dataSource() {
        return transactions.dataSource();
    }

    public LocalTransactions transactions() {
        return transactions;
    }

    public Database database() {
        return database;
    }

    /** Empties every table. Deleting few rows is much faster than truncating many tables. */
    public void clear() {
        database.useTransaction(handle -> {
            handle.execute("set local session_replication_role = replica");
            handle.createQuery("""
                            select quote_ident(tablename) from pg_tables
                            where schemaname = 'public' and tablename <> 'flyway_schema_history'
                            """).mapTo(String.class).list().forEach(table -> handle.execute("delete from " + table));
        });
    }
}
