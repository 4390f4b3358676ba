package io.attune.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes broken and hostile input out of good input. The same seed makes the same. Not thread-safe. */
public final class Mutations {
    private static final List<String> HOSTILE = List.of(
            "null",
            "-0",
            "1e400",
            "99999999999999999999999999",
            "\"\"",
            "[]",
            "{}",
            "true",
            "\"9999-99-99T99:99:99Z\"",
            "\"2026-02-30T00:00:00+99:00\"",
            "\"{{7*7}}${jndi:ldap://x}\"",
            "\"'; drop table profile; --\"",
            "\"\\u0000\\ud800\"",
            "\"" + "a".repeat(9_000) + "\"",
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
            ",",
            "\n",
            "\"",
            "\u202E\uFEFF");

    private final Random random;

    public Mutations(long seed) {
        this.random = new Random(seed);
    }

    /** One to four changes anywhere in a text. */
    public byte[] of(String good) {
        byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
        int changes = 1 + random.nextInt(4);
        for (int change = 0; change < changes; change++) {
            bytes = changed(bytes);
        }
        return bytes;
    }

    private byte[] changed(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(12));
        return switch (random.nextInt(5)) {
            case 0 -> spliced(bytes, from, to, new byte[0]);
            case 1 -> spliced(bytes, from, from, new byte[] {(byte) random.nextInt(256)});
            case 2 -> spliced(bytes, from, to, hostile());
            case 3 -> spliced(bytes, value(bytes, from), valueEnd(bytes, from), hostile());
            default -> spliced(bytes, from, from, Arrays.copyOfRange(bytes, from, to));
        };
    }

    private byte[] hostile() {
        return HOSTILE.get(random.nextInt(HOSTILE.size())).getBytes(StandardCharsets.UTF_8);
    }

    /** Where the JSON value or the field around a place begins. */
    private static int value(byte[] bytes, int place) {
        int at = Math.min(place, bytes.length);
        while (at > 0 && ":,;[\n".indexOf(bytes[at - 1]) < 0) {
            at--;
        }
        return at;
    }

    private static int valueEnd(byte[] bytes, int place) {
        int at = place;
        while (at < bytes.length && ",;]}\n".indexOf(bytes[at]) < 0) {
            at++;
        }
        return at;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
        byte[] result = new byte[bytes.length - (to - from) + middle.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(middle, 0, result, from, middle.length);
        System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
        return result;
    }
}
