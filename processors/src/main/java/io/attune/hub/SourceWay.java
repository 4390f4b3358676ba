package io.attune.hub;

import io.attune.ingest.WatermarkStore;
import io.attune.ingest.csv.CsvFiles;
import io.attune.ingest.csv.FileLedger;
import io.attune.ingest.table.Addresses;
import io.attune.ingest.table.Tables;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The parts that read from sources which wait to be read: files and tables. */
final class SourceWay {
    private final CsvFiles files;
    private final Tables tables;

    SourceWay(Foundation foundation) {
        Path folder = foundation.definition("connectors-config");
        Clock clock = foundation.surroundings.clock();
        files = new CsvFiles(folder, new FileLedger(foundation.database, foundation.encryption), clock);
        tables = new Tables(
                folder,
                new Addresses(foundation.surroundings.configuration().asMap(), System.getenv()),
                new WatermarkStore(foundation.database, clock),
                // Epochs begin at 1: what a node writes that does not lead is refused.
                () -> foundation.leadership.epoch("pollers").orElse(0),
                clock);
    }

    /** What reads the definitions anew. */
    List<Runnable> readers() {
        return List.of(files::reread, tables::reread);
    }

    /** The beans that routes name. */
    Map<String, Object> beans() {
        return Map.of("csvFiles", files, "tables", tables);
    }
}
