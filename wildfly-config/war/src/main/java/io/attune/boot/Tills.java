package io.attune.boot;

import io.attune.configuration.PointOfSaleConfiguration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The point-of-sale database, which is only read, every few seconds: a connection a poll, no pool, no transaction. */
final class Tills {
    private static final int CONNECT_SECONDS = 10;
    private static final int READ_SECONDS = 60;

    private Tills() {}

    static DataSource dataSource(PointOfSaleConfiguration tills) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(tills.url());
        source.setUser(tills.user());
        source.setPassword(tills.password());
        source.setReadOnly(true);
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(READ_SECONDS);
        source.setApplicationName("attune tills");
        return source;
    }
}
