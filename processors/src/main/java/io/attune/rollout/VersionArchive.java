package io.attune.rollout;

import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The files of a version ({@code model.zip}, {@code card.json} and what else is beside them) in one zip. */
final class VersionArchive {
    /** Of all files together, unpacked. */
    static final int MOST_BYTES = 256 << 20;

    /** A MOJO has one for each of its trees. */
    private static final int MOST_ENTRIES = 200_000;

    private static final String FILE = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    private VersionArchive() {}

    static byte[] of(Path version) {
        try (Stream<Path> entries = Files.list(version)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                List<Path> files = entries.filter(Files::isRegularFile)
                        .filter(file -> file.getFileName().toString().matches(FILE))
                        .sorted()
                        .toList();
                for (Path file : files) {
                    zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                    Files.copy(file, zip);
                    zip.closeEntry();
                }
            }
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(version + " cannot be read", failed);
        }
    }

    /**
     * The files of an archive, by name.
     *
     * @throws AttuneException when it is no zip, or unpacks to more than is allowed
     */
    static Map<String, byte[]> read(byte[] archive) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        long bytes = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes((int) (MOST_BYTES - bytes + 1));
                bytes += content.length;
                if (bytes > MOST_BYTES || files.size() == MOST_ENTRIES) {
                    throw refused("unpacks to more than " + MOST_BYTES + " bytes or " + MOST_ENTRIES + " files");
                }
                files.put(entry.getName(), content);
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new AttuneException(
                    "UPLOAD_BROKEN",
                    ErrorCategory.DATA,
                    "The upload is damaged (" + broken.getMessage() + "): send it again",
                    broken);
        }
        if (files.isEmpty()) {
            throw refused("is no zip, or an empty one");
        }
        return files;
    }

    /** Writes the files into a new folder; only names without a path are taken. */
    static void unpack(byte[] archive, Path into) {
        write(read(archive), into);
    }

    static void write(Map<String, byte[]> files, Path into) {
        try {
            Files.createDirectories(into);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                if (!file.getKey().matches(FILE)) {
                    throw refused("holds " + file.getKey()
                            + "; a version's zip holds plain files without folders: model.zip, card.json, and what"
                            + " else the training wrote beside them");
                }
                Files.write(into.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(into + " cannot be written", failed);
        }
    }

    private static AttuneException refused(String what) {
        return new AttuneException("UPLOAD_REFUSED", ErrorCategory.DATA, "The upload " + what + ".");
    }
}
