package io.attune.frame;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** A file's bytes as text: gzip undone, a byte order mark obeyed, UTF-8 where it is valid, else Windows-1252. */
record TextDecoding(String text, String encoding) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    static TextDecoding of(byte[] content) throws IOException {
        byte[] bytes = startsWith(content, 0x1F, 0x8B)
                ? new GZIPInputStream(new ByteArrayInputStream(content)).readAllBytes()
                : content;
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return new TextDecoding(withoutMark(new String(bytes, StandardCharsets.UTF_16)), "UTF-16");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new TextDecoding(withoutMark(text), "UTF-8");
        } catch (CharacterCodingException notUnicode) {
            // What spreadsheets of the West write when they do not write UTF-8; it gives every byte a meaning.
            return new TextDecoding(new String(bytes, Charset.forName("windows-1252")), "windows-1252");
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && bytes[0] == (byte) first && bytes[1] == (byte) second;
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
