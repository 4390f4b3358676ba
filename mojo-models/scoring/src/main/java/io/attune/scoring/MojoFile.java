package io.attune.scoring;

import hex.genmodel.ModelMojoReader;
import hex.genmodel.MojoModel;
import hex.genmodel.MojoReaderBackend;
import hex.genmodel.MojoReaderBackendFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;

/** Reads a {@code model.zip}, but only the very bytes whose digest the card names. */
final class MojoFile {

    private MojoFile() {}

    static MojoModel read(Path file, String expectedDigest) {
        return parse(ModelFile.read(file, expectedDigest), file);
    }

    /**
     * Reads a MOJO.
     *
     * @param file that it came from, for the error
     */
    static MojoModel parse(byte[] content, Path file) {
        try {
            MojoReaderBackend backend = MojoReaderBackendFactory.createReaderBackend(
                    new ByteArrayInputStream(content), MojoReaderBackendFactory.CachingStrategy.MEMORY);
            // true: with the metadata (metrics, importances, parameters), which a plain load leaves out.
            return ModelMojoReader.readFrom(backend, true);
        } catch (IOException | RuntimeException e) {
            throw new ModelException(
                    ModelException.Code.MODEL_UNREADABLE,
                    file + " is not a MOJO that this version of h2o-genmodel reads: " + e.getMessage(),
                    e);
        }
    }

    static String digest(byte[] content) {
        return ModelFile.digest(content);
    }
}
