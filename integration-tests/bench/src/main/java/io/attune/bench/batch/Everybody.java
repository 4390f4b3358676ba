package io.attune.bench.batch;

import io.attune.database.Database;
import io.attune.scoring.FeatureStatistics;
import io.attune.scoring.Scorer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** So many profiles with stored vectors, whose values are as the model's training saw them. */
final class Everybody {
    private static final int BUFFER = 1 << 16;
    private static final String AS_OF = "2026-06-15 00:00:00+00";

    private final Scorer scorer;
    private final int profiles;

    Everybody(Scorer scorer, int profiles) {
        this.scorer = scorer;
        this.profiles = profiles;
    }

    void write(Database database) {
        copy(
                database,
                "copy profile (profile_id, created_at, changed_at) from stdin",
                (line, person) -> line.append(id(person))
                        .append('\t')
                        .append(AS_OF)
                        .append('\t')
                        .append(AS_OF));
        Random random = new Random(17);
        copy(database, "copy feature_vector (profile_id, as_of, features, release_hash) from stdin", (line, person) -> {
            line.append(id(person)).append('\t').append(AS_OF).append("\t{");
            String comma = "";
            for (FeatureStatistics feature : scorer.card().features()) {
                line.append(comma).append('"').append(feature.name()).append("\": ");
                line.append(value(feature, random));
                comma = ", ";
            }
            line.append("}\trelease");
        });
        database.useHandle(handle -> handle.execute("analyze"));
    }

    /** The same persons in the order of their ids, with the same values, as rows of the model. */
    double[][] rows() {
        Random random = new Random(17);
        double[][] rows = new double[profiles][];
        for (int person = 0; person < profiles; person++) {
            Map<String, Double> vector = new HashMap<>();
            scorer.card().features().forEach(feature -> vector.put(feature.name(), value(feature, random)));
            rows[person] = scorer.row(vector);
        }
        return rows;
    }

    static UUID id(long person) {
        return new UUID(person << 16 | 0x7000, 0x8000_0000_0000_0000L | person);
    }

    private static double value(FeatureStatistics feature, Random random) {
        double value = feature.mean() + random.nextGaussian() * feature.standardDeviation();
        return Math.rint(Math.max(feature.minimum(), Math.min(feature.maximum(), value)));
    }

    /** Writes the columns of one person. */
    interface Line {
        void write(StringBuilder line, int person);
    }

    /** Copies a line for each person. */
    void copy(Database database, String sql, Line line) {
        database.useTransaction(handle -> {
            try {
                CopyIn copy = handle.getConnection()
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(sql);
                StringBuilder text = new StringBuilder(BUFFER + 2_000);
                for (int person = 0; person < profiles; person++) {
                    line.write(text, person);
                    text.append('\n');
                    if (text.length() > BUFFER || person == profiles - 1) {
                        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                        copy.writeToCopy(bytes, 0, bytes.length);
                        text.setLength(0);
                    }
                }
                copy.endCopy();
            } catch (SQLException failed) {
                throw new IllegalStateException(sql + " failed", failed);
            }
        });
    }
}
