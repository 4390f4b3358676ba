package io.attune.feature;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import io.attune.feature.calculation.Population;
import io.attune.lifetime.LifetimeModel;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code feature_population}. A version never changes, so the last one that was read is kept. Thread-safe. */
public final class PopulationStore {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

    private volatile Population last = Population.none();

    /** The newest survey; {@link Population#none()} before the first. */
    public Population newest(Handle handle) {
        long version = handle.createQuery("select coalesce(max(version), 0) from feature_population")
                .mapTo(Long.class)
                .one();
        return version(handle, version);
    }

    /** A survey by its version; {@link Population#none()} for 0. */
    public Population version(Handle handle, long version) {
        Population known = last;
        if (known.version() == version) {
            return known;
        }
        if (version == 0) {
            return Population.none();
        }
        Population read = handle.createQuery(
                        "select as_of, content::text as content from feature_population where version = :version")
                .bind("version", version)
                .map((row, context) -> population(
                        version, row.getObject("as_of", OffsetDateTime.class).toInstant(), row.getString("content")))
                .one();
        last = read;
        return read;
    }

    /** Keeps a survey as the newest version, and answers it with its number. */
    Population add(Handle handle, Population surveyed, long people, Instant now, String release) {
        long version = handle.createQuery("""
                        insert into feature_population (as_of, computed_at, people, content, release_hash)
                        values (:asOf, :now, :people, cast(:content as jsonb), :release) returning version
                        """)
                .bind("asOf", surveyed.asOf())
                .bind("now", now)
                .bind("people", people)
                .bind("content", text(new Content(surveyed.quantiles(), surveyed.lifetimes())))
                .bind("release", release)
                .mapTo(Long.class)
                .one();
        return new Population(version, surveyed.asOf(), surveyed.quantiles(), surveyed.lifetimes());
    }

    /** Of when the newest survey is, of how many people, and under which release; empty before the first. */
    Optional<Latest> latest(Handle handle) {
        return handle.createQuery(
                        "select as_of, people, release_hash from feature_population order by version desc limit 1")
                .map((row, context) -> new Latest(
                        row.getObject("as_of", OffsetDateTime.class).toInstant(),
                        row.getLong("people"),
                        row.getString("release_hash")))
                .findOne();
    }

    record Latest(Instant asOf, long people, String release) {}

    private record Content(Map<String, List<Double>> quantiles, Map<String, LifetimeModel> lifetimes) {}

    private static Population population(long version, Instant asOf, String text) {
        try {
            Content content = JSON.readValue(text, Content.class);
            return new Population(version, asOf, content.quantiles(), content.lifetimes());
        } catch (JsonProcessingException e) {
            throw new AttuneException(
                    "POPULATION_UNREADABLE", ErrorCategory.INTERNAL, "The survey " + version + " is broken", e);
        }
    }

    private static String text(Content content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new AttuneException("POPULATION_UNWRITABLE", ErrorCategory.INTERNAL, "A survey is no JSON", e);
        }
    }
}
