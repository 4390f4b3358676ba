package io.attune.hub;

import io.attune.ingest.IngestBeans;
import io.attune.ingest.IngestSettingsReader;
import io.attune.ingest.Mappings;
import io.attune.pipeline.RejectReplay;
import io.attune.reject.RejectBook;
import io.attune.reject.RejectChanges;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parts that turn what sources say into records: as it comes, from a warehouse, and again where it was rejected. */
final class IngestWay {
    final Mappings mappings;
    final RejectReplay rejects;
    final WarehouseRows warehouseRows;
    private final List<Runnable> readers = new ArrayList<>();
    private final Map<String, Object> beans = new HashMap<>();

    IngestWay(Foundation foundation) {
        Surroundings surroundings = foundation.surroundings;
        Clock clock = surroundings.clock();
        Path folder = foundation.definition("connectors-config");
        beans.putAll(IngestBeans.create(
                folder,
                IngestSettingsReader.read(
                        folder, surroundings.configuration().hub().triggerMaximumAge()),
                surroundings.configuration().web().writeKeys(),
                clock,
                () -> surroundings.ids().get().toString()));
        mappings = (Mappings) beans.get("mappings");
        IngestWayIn again = new IngestWayIn(surroundings.camel(), mappings);
        rejects = new RejectReplay(
                foundation.database,
                new RejectBook(foundation.encryption),
                new RejectChanges(foundation.encryption),
                again,
                clock);
        warehouseRows = new WarehouseRows(mappings, again, foundation.database, clock);
        SourceWay sources = new SourceWay(foundation);
        beans.putAll(sources.beans());
        beans.put("rejects", rejects);
        readers.addAll(sources.readers());
        readers.add(mappings::reread);
    }

    /** What reads a part of the folder again. */
    List<Runnable> readers() {
        return List.copyOf(readers);
    }

    /** The beans that routes name. */
    Map<String, Object> beans() {
        return beans;
    }
}
