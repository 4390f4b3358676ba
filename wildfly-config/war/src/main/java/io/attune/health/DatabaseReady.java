package io.attune.health;

import io.attune.boot.Parts;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Up while PostgreSQL answers. */
@Readiness
@ApplicationScoped
public class DatabaseReady extends Check {
    DatabaseReady() {
        super("database");
    }

    @Override
    HealthCheckResponseBuilder look(Parts parts, HealthCheckResponseBuilder answer) {
        return parts.hub()
                .database()
                .inHandle(handle -> answer.status(
                        handle.createQuery("select true").mapTo(Boolean.class).one()));
    }
}
