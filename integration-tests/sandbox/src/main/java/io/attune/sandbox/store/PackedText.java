package io.attune.sandbox.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterOutputStream;

/** A text kept small: twenty thousand rendered e-mails would otherwise take half a gigabyte. Immutable. */
public final class PackedText {
    public static final PackedText EMPTY = PackedText.of("");

    private final byte[] packed;

    private PackedText(byte[] packed) {
        this.packed = packed;
    }

    public static PackedText of(String text) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(output, deflater)) {
            deflating.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        return new PackedText(output.toByteArray());
    }

    @JsonCreator
    static PackedText ofPacked(byte[] packed) {
        return new PackedText(packed);
    }

    @JsonValue
    byte[] packed() {
        return packed;
    }

    public String text() {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (InflaterOutputStream inflating = new InflaterOutputStream(output)) {
            inflating.write(packed);
        } catch (IOException failure) {
            throw new UncheckedIOException("A stored text is damaged", failure);
        }
        return output.toString(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "PackedText[" + packed.length + " bytes]";
    }
}
