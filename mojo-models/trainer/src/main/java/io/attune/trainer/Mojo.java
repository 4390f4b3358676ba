package io.attune.trainer;

import hex.Model;
import java.io.ByteArrayOutputStream;

/** What is kept of a model: the archive that the hub scores with. */
public final class Mojo {
    private Mojo() {}

    /** The archive of a model that is in H2O. */
    public static byte[] of(Model<?, ?, ?> model) {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        model.getMojo().writeTo(archive);
        return archive.toByteArray();
    }
}
