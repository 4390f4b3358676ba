package io.attune.feature;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code feature_count}: by which measures the days are counted. Stateless; joins the caller's transaction. */
final class CountedMeasures {

    boolean nothing(Handle handle) {
        return handle.createQuery("""
                        select not exists (select from activity_day) and not exists (select from feature_count)
                        """).mapTo(Boolean.class).one();
    }

    /** The hash of the measures that the last count was by. */
    Optional<String> by(Handle handle) {
        return handle.createQuery("select measures from feature_count order by counted_at desc limit 1")
                .mapTo(String.class)
                .findOne();
    }

    void note(Handle handle, String measures, Instant now) {
        handle.createUpdate("""
                        insert into feature_count (measures, counted_at) values (:measures, :now)
                        on conflict (measures) do update set counted_at = excluded.counted_at
                        """).bind("measures", measures).bind("now", now).execute();
    }
}
