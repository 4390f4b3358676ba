package io.attune.database;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Who did what to what, in table audit. Nothing personal goes into a detail. Stateless; joins the caller's transaction. */
public final class Audit {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Audit() {}

    /**
     * Notes one deed.
     *
     * @param action such as {@code edit reject}
     */
    public static void note(
            Handle handle, Instant now, String actor, String action, String subject, Map<String, String> detail) {
        note(handle, now, actor, action, List.of(subject), detail);
    }

    /** Notes the same deed to many subjects. */
    public static void note(
            Handle handle,
            Instant now,
            String actor,
            String action,
            Collection<String> subjects,
            Map<String, String> detail) {
        JsonNode json = JSON.valueToTree(new TreeMap<>(detail));
        handle.createUpdate("""
                        insert into audit (at, actor, action, subject, detail)
                        select :now, :actor, :action, subject, cast(:detail as jsonb) from unnest(:subjects) as s (subject)
                        """)
                .bind("now", now)
                .bind("actor", actor)
                .bind("action", action)
                .bindArray("subjects", String.class, subjects)
                .bind("detail", json.toString())
                .execute();
    }
}
