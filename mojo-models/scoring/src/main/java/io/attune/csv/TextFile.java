package io.attune.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens a text file in the encoding that it is written in: by its byte order mark, else UTF-8 where all of it is, else
 * Windows-1252, which spreadsheets of the West write and in which every byte means something. Holds a part of the file at
 * a time only.
 */
public final class TextFile {
    private static final int CHUNK = 1 << 16;

    private TextFile() {}

    /**
     * Opens a file, without its byte order mark.
     *
     * @throws IOException when it is missing or unreadable
     */
    public static Reader open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        bytes.mark(4);
        byte[] start = bytes.readNBytes(3);
        bytes.reset();
        if (start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            bytes.skipNBytes(3);
            return new InputStreamReader(bytes, StandardCharsets.UTF_8);
        }
        if (start.length >= 2 && (start[0] & 0xFF) + (start[1] & 0xFF) == 0x1FD) {
            return new InputStreamReader(bytes, StandardCharsets.UTF_16);
        }
        return new InputStreamReader(bytes, isUtf8(file) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252"));
    }

    private static boolean isUtf8(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        CharBuffer text = CharBuffer.allocate(CHUNK);
        try (InputStream in = Files.newInputStream(file)) {
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
