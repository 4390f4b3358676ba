package io.attune.configuration;

import java.util.Optional;

/** How to reach PostgreSQL without the server's pool: for migrations and for the leader's lock. */
public record DatabaseConfiguration(String url, String user, Optional<String> password) {
    static DatabaseConfiguration read(Values values) {
        String url = values.text("attune.database.url");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw values.bad("attune.database.url", "a JDBC URL of PostgreSQL, jdbc:postgresql://host:port/name", null);
        }
        return new DatabaseConfiguration(
                url, values.text("attune.database.user"), values.find("attune.database.password"));
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
