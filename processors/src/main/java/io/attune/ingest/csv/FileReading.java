package io.attune.ingest.csv;

import io.attune.ingest.IngestBatch;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** One reading of one file, which counts what came of it. Used by one thread at a time. */
public final class FileReading {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);

    private final CsvForm form;
    private final Path path;
    private final String name;
    private final byte[] contentHash;
    private final Instant begunAt;
    private final Optional<FileFlaw> flaw;
    private final boolean repeated;
    private long records;
    private long rejects;

    private FileReading(
            CsvForm form,
            Path path,
            String name,
            byte[] contentHash,
            Instant begunAt,
            Optional<FileFlaw> flaw,
            boolean repeated) {
        this.form = form;
        this.path = path;
        this.name = name;
        this.contentHash = contentHash.clone();
        this.begunAt = begunAt;
        this.flaw = flaw;
        this.repeated = repeated;
    }

    static FileReading of(CsvForm form, Path path, String name, byte[] contentHash, Instant begunAt) {
        return new FileReading(form, path, name, contentHash, begunAt, Optional.empty(), false);
    }

    /** The same file, whose content was read before under this or another name. */
    FileReading asRepeated() {
        return new FileReading(form, path, name, contentHash, begunAt, Optional.empty(), true);
    }

    /** The same file, of which nothing can be read. */
    FileReading asFlawed(FileFlaw found) {
        return new FileReading(form, path, name, contentHash, begunAt, Optional.of(found), false);
    }

    void count(IngestBatch batch) {
        records += batch.records().size();
        rejects += batch.rejects().size();
    }

    /** Where the file is moved when its reading ended, relative to where it lies. */
    public String aside() {
        String stamp = STAMP.format(begunAt);
        String folder = repeated ? ".repeated" : flaw.isPresent() ? ".failed" : ".done";
        String code = flaw.map(found -> found.code() + "-").orElse("");
        return folder + "/" + stamp + "-" + code + name;
    }

    /** Names of the mappings that its lines take. */
    public String mapping() {
        return form.mapping();
    }

    /** What its records name as their source. */
    public String source() {
        return form.source();
    }

    CsvForm form() {
        return form;
    }

    Path path() {
        return path;
    }

    String name() {
        return name;
    }

    byte[] contentHash() {
        return contentHash.clone();
    }

    Instant begunAt() {
        return begunAt;
    }

    Optional<FileFlaw> flaw() {
        return flaw;
    }

    boolean repeated() {
        return repeated;
    }

    long records() {
        return records;
    }

    long rejects() {
        return rejects;
    }
}
