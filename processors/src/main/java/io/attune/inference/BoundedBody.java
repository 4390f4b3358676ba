package io.attune.inference;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body of which no more is read than is allowed. Not thread-safe. */
final class BoundedBody extends FilterInputStream {
    private final int most;
    private long read;

    BoundedBody(InputStream body, int most) {
        super(body);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > most) {
            throw InferenceException.tooLarge("the body has more than " + most + " bytes; send fewer rows at a time");
        }
    }
}
