package dev.nanokit.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.OptionalLong;

/** Reads bodies, and takes no more memory for them than they have bytes, and for all of them together than allowed. */
final class BodyReader {
    private static final int FIRST = 32 * 1024;

    private final int maxBytes;
    private final MemoryBudget budget;

    BodyReader(int maxBytes, MemoryBudget budget) {
        this.maxBytes = maxBytes;
        this.budget = budget;
    }

    /**
     * Reads to the end.
     *
     * @param declared the length that the request names
     * @throws TooLargeException as soon as it is known to be larger than allowed; the rest is not read
     * @throws MemoryBudget.ExhaustedException when the bodies that are being read already take all the memory for them
     */
    Body read(InputStream in, OptionalLong declared) throws IOException {
        if (declared.orElse(0) > maxBytes) {
            throw new TooLargeException();
        }
        MemoryBudget.Share share = budget.share();
        try {
            return new Body(readAll(in, (int) declared.orElse(FIRST), share), share);
        } catch (IOException | RuntimeException e) {
            share.close();
            throw e;
        }
    }

    /** The buffer doubles as bytes arrive, up to what was declared: nobody gets memory for bytes they only promise. */
    private byte[] readAll(InputStream in, int expected, MemoryBudget.Share share) throws IOException {
        int size = Math.min(Math.max(expected, 1), FIRST);
        share.grow(size);
        byte[] bytes = new byte[size];
        int length = 0;
        while (true) {
            int read = in.readNBytes(bytes, length, bytes.length - length);
            length += read;
            if (length < bytes.length) {
                return Arrays.copyOf(bytes, length);
            }
            int next = in.read();
            if (next < 0) {
                return bytes;
            }
            if (length >= maxBytes) {
                throw new TooLargeException();
            }
            int larger = Math.min(maxBytes, length < expected ? Math.min(2 * length, expected) : 2 * length);
            share.grow(larger - bytes.length);
            bytes = Arrays.copyOf(bytes, larger);
            bytes[length++] = (byte) next;
        }
    }

    /** The bytes of a body, and the memory that they may take until it is closed. */
    static final class Body implements AutoCloseable {
        private final byte[] bytes;
        private final MemoryBudget.Share share;

        private Body(byte[] bytes, MemoryBudget.Share share) {
            this.bytes = bytes;
            this.share = share;
        }

        byte[] bytes() {
            return bytes;
        }

        @Override
        public void close() {
            share.close();
        }
    }

    static final class TooLargeException extends IOException {}
}
