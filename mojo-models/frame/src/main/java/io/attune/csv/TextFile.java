package io.attune.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A text file in the encoding that it is written in: by its byte order mark, else UTF-8 where all of it is, else
 * Windows-1252, which spreadsheets of the West write and in which every byte means something. Gzip is unpacked. Immutable.
 *
 * @param encoding the character set that it is read with
 */
public record TextFile(Path path, Charset encoding) {
    private static final int CHUNK = 1 << 16;

    /**
     * Looks at a file.
     *
     * @throws IOException when it is missing or unreadable
     */
    public static TextFile of(Path path) throws IOException {
        byte[] start;
        try (InputStream bytes = unpacked(path)) {
            start = bytes.readNBytes(2);
        }
        if (start.length == 2 && (start[0] & 0xFF) + (start[1] & 0xFF) == 0x1FD) {
            return new TextFile(path, StandardCharsets.UTF_16);
        }
        return new TextFile(path, isUtf8(path) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252"));
    }

    /** Reads it from its beginning, without its byte order mark, a part at a time. */
    public Reader open() throws IOException {
        InputStream bytes = unpacked(path);
        bytes.mark(3);
        byte[] start = bytes.readNBytes(3);
        boolean marked =
                start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF;
        if (!marked) {
            bytes.reset();
        }
        return new InputStreamReader(bytes, encoding);
    }

    /** All of it. */
    public String text() throws IOException {
        StringWriter text = new StringWriter();
        try (Reader reader = open()) {
            reader.transferTo(text);
        }
        return text.toString();
    }

    private static InputStream unpacked(Path path) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(path));
        raw.mark(2);
        boolean packed = raw.read() == 0x1F && raw.read() == 0x8B;
        raw.reset();
        return packed ? new BufferedInputStream(new GZIPInputStream(raw)) : raw;
    }

    private static boolean isUtf8(Path path) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        CharBuffer text = CharBuffer.allocate(CHUNK);
        try (InputStream in = unpacked(path)) {
            boolean ended = false;
            while (!ended) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                ended = read < 0;
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                if (decoder.decode(bytes, text.clear(), ended).isError()) {
                    return false;
                }
                bytes.compact();
            }
        }
        return true;
    }
}
