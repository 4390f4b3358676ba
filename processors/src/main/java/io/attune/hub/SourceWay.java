package io.attune.hub;

import io.attune.ingest.csv.CsvFiles;
import io.attune.ingest.csv.FileLedger;
import java.nio.file.Path;
import java.util.Map;

/** The parts that read from sources which wait to be read: files. */
final class SourceWay {
    private final CsvFiles files;

    SourceWay(Foundation foundation) {
        Path folder = foundation.definition("connectors-config");
        files = new CsvFiles(
                folder, new FileLedger(foundation.database, foundation.encryption), foundation.surroundings.clock());
    }

    /** The beans that routes name. */
    Map<String, Object> beans() {
        return Map.of("csvFiles", files);
    }
}
