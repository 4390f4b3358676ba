package io.attune.nightly;

import io.attune.scoring.ModelCard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes scores in bulk: COPY into a temporary table, then one statement that merges it, as {@code ScoreStore} would have
 * one by one. What would change nothing is not written. Of one connection, inside its transaction; not thread-safe.
 */
final class ScoreCopy {
    private static final int BUFFER = 1 << 16;

    private static final String INCOMING = """
            create temporary table if not exists score_incoming (
              profile_id uuid, model text, version text, value double precision, reason text, as_of timestamptz,
              imputed text)
            on commit delete rows
            """;

    private static final String MERGE = """
            insert into score as present (profile_id, model, version, value, reason, as_of, imputed, release_hash)
            select profile_id, model, version, value, reason, as_of, string_to_array(imputed, ','), ?
            from score_incoming i
            where exists (select from profile p where p.profile_id = i.profile_id and p.merged_into is null)
            on conflict (profile_id, model) do update
              set version = excluded.version, value = excluded.value, reason = excluded.reason,
                  as_of = excluded.as_of, release_hash = excluded.release_hash, imputed = excluded.imputed
              where present.as_of <= excluded.as_of
                and (present.value is distinct from excluded.value or present.version <> excluded.version
                     or present.as_of <> excluded.as_of or present.reason is distinct from excluded.reason
                     or present.release_hash <> excluded.release_hash
                     or present.imputed is distinct from excluded.imputed)
            """;

    private final Connection connection;
    private final CopyIn copy;
    private final StringBuilder text = new StringBuilder(BUFFER + 1_000);

    ScoreCopy(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute(INCOMING);
        }
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy score_incoming from stdin");
    }

    /**
     * Adds a word of a model.
     *
     * @param profile as text, as is the moment
     * @param reason why there is no value; null when there is one
     * @param imputed the features for which the model put a value
     */
    void add(ModelCard card, String profile, double value, String reason, String asOf, List<String> imputed)
            throws SQLException {
        text.append(profile).append('\t');
        escaped(card.model()).append('\t');
        escaped(card.version()).append('\t');
        if (reason == null) {
            text.append(value).append("\t\\N");
        } else {
            text.append("\\N\t");
            escaped(reason);
        }
        text.append('\t').append(asOf).append('\t');
        if (imputed.isEmpty()) {
            text.append("\\N");
        } else {
            escaped(String.join(",", imputed));
        }
        text.append('\n');
        if (text.length() >= BUFFER) {
            flush();
        }
    }

    /** Merges what was added into the scores. */
    void merge(String release) throws SQLException {
        flush();
        copy.endCopy();
        try (PreparedStatement statement = connection.prepareStatement(MERGE)) {
            statement.setString(1, release);
            statement.executeUpdate();
        }
    }

    /** Ends a copy that is not merged, so that the connection can roll back. */
    void abandon() throws SQLException, IOException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    private StringBuilder escaped(String value) {
        for (int index = 0; index < value.length(); index++) {
            char each = value.charAt(index);
            switch (each) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(each);
            }
        }
        return text;
    }
}
