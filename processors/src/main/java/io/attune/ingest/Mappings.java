package io.attune.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.attune.reject.Reject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The step of an ingest route that turns what a source sent into records (bean {@code mappings}). Nothing that a source
 * sends makes it throw: what cannot be a record is a reject. Thread-safe; {@link #reread()} takes effect between batches.
 */
public final class Mappings {
    private final Path folder;
    private final IngestSettings settings;
    private final JsonText json;
    private final StorableCheck storable;
    private volatile RecordFinish finish;
    private volatile MappingCatalogue catalogue;

    /** @param folder {@code connectors-config} */
    public Mappings(Path folder, IngestSettings settings) {
        this.folder = folder;
        this.settings = settings;
        this.json = new JsonText(settings.limits());
        this.storable = new StorableCheck(settings.limits());
        this.finish = new RecordFinish(settings);
        this.catalogue = MappingCatalogue.read(folder);
    }

    /**
     * Reads the mappings and schemas anew.
     *
     * @throws io.attune.error.AttuneException when one is wrong; then the ones in use stay
     */
    public void reread() {
        catalogue = MappingCatalogue.read(folder);
    }

    /** Names records in Kafka by another order of the kinds of identifiers, from the next batch on. */
    public void order(List<String> strongestFirst) {
        finish = new RecordFinish(settings.with(strongestFirst));
    }

    /** The names of the mappings in use. */
    public List<String> names() {
        return catalogue.names();
    }

    /**
     * Maps a batch.
     *
     * @param mapping name of the mapping, which is also that of its schema; or several, comma separated, each of which maps
     *     what the one before made ({@code ga4-event,web-event})
     * @param source what the records name as their source
     */
    public IngestBatch map(String mapping, String source, List<Original> originals) {
        MappingCatalogue current = catalogue;
        List<Mapping> chain =
                Stream.of(mapping.split(",")).map(current::mapping).toList();
        List<KeyedRecord> records = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        for (Original original : originals) {
            try {
                records.addAll(records(current, chain, source, original));
            } catch (FlawedException e) {
                rejects.add(reject(source, original, e.flaw()).mappedBy(mapping));
            }
        }
        return new IngestBatch(records, rejects);
    }

    private List<KeyedRecord> records(MappingCatalogue current, List<Mapping> chain, String source, Original original)
            throws FlawedException {
        List<JsonNode> mapped = List.of(content(original));
        for (Mapping mapping : chain) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode each : mapped) {
                next.addAll(mapping.apply(source, original, each));
            }
            mapped = next;
        }
        String labels = chain.stream().map(Mapping::label).collect(Collectors.joining(","));
        List<KeyedRecord> records = new ArrayList<>();
        for (JsonNode each : mapped) {
            records.add(finish.finish(each, original, current, labels));
        }
        return records;
    }

    private JsonNode content(Original original) throws FlawedException {
        int maximum = settings.limits().maximumBytes();
        if (original.size() > maximum) {
            throw new FlawedException(Flaw.inValidation(
                    "TOO_LARGE", original.size() + " bytes; at most " + maximum + " are taken (limits.yaml)"));
        }
        JsonNode content = original.tree().isPresent() ? original.tree().get() : parse(original);
        storable.check(content);
        return content;
    }

    private JsonNode parse(Original original) throws FlawedException {
        try {
            return json.read(original.content());
        } catch (JsonProcessingException e) {
            // The parser's own message quotes what it found, which may be personal.
            String at = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new FlawedException(Flaw.inMapping("NOT_JSON", "not one JSON value" + at));
        } catch (IOException e) {
            throw new FlawedException(Flaw.inMapping("NOT_JSON", "not one JSON value in UTF-8"));
        }
    }

    private static Reject reject(String source, Original original, Flaw flaw) {
        return new Reject(
                Optional.empty(),
                source,
                flaw.stage(),
                original.place(),
                flaw.code(),
                flaw.reason(),
                original.text(),
                original.receivedAt());
    }
}
