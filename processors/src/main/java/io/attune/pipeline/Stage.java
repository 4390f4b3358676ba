package io.attune.pipeline;

import io.attune.database.Database;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Runs a stage inside the transaction of its batch, and says which stage it was that failed. Thread-safe. */
public final class Stage {
    private final String name;
    private final Database database;

    public Stage(String name, Database database) {
        this.name = name;
        this.database = database;
    }

    public <R> R run(Function<Handle, R> work) {
        try {
            return database.inHandle(work);
        } catch (StageException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new StageException(name, e);
        }
    }
}
