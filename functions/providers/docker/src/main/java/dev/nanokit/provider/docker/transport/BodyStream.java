package dev.nanokit.provider.docker.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The body of an HTTP answer: ends where the answer says that it ends, not where the connection does. */
abstract class BodyStream extends InputStream {
    private boolean ended;

    /** Reads up to {@code length} bytes; -1 once the body is at its end. */
    protected abstract int readSome(byte[] buffer, int offset, int length) throws IOException;

    boolean ended() {
        return ended;
    }

    /** Whether another answer can follow on the same connection. */
    boolean leavesConnectionOpen() {
        return true;
    }

    @Override
    public final int read(byte[] buffer, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        int count = length == 0 ? 0 : readSome(buffer, offset, length);
        ended = count < 0;
        return count;
    }

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    static BodyStream of(HttpHead head, InputStream input) {
        if (head.hasNoBody()) {
            return new Counted(input, 0);
        }
        if (head.chunked()) {
            return new Chunked(input);
        }
        return head.header("content-length")
                .<BodyStream>map(length -> new Counted(input, Long.parseLong(length)))
                .orElseGet(() -> new UntilClosed(input));
    }

    private static final class Counted extends BodyStream {
        private final InputStream input;
        private long left;

        Counted(InputStream input, long length) {
            this.input = input;
            this.left = length;
        }

        @Override
        protected int readSome(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = input.read(buffer, offset, (int) Math.min(length, left));
            if (count < 0) {
                throw new EOFException("the connection was closed with " + left + " bytes of the answer missing");
            }
            left -= count;
            return count;
        }
    }

    private static final class Chunked extends BodyStream {
        private final InputStream input;
        private long left;
        private boolean first = true;

        Chunked(InputStream input) {
            this.input = input;
        }

        @Override
        protected int readSome(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0 && !nextChunk()) {
                return -1;
            }
            int count = input.read(buffer, offset, (int) Math.min(length, left));
            if (count < 0) {
                throw new EOFException("the connection was closed in the middle of the answer");
            }
            left -= count;
            return count;
        }

        private void skipTrailers() throws IOException {
            String trailer = HttpHead.readLine(input);
            while (!trailer.isEmpty()) {
                trailer = HttpHead.readLine(input);
            }
        }

        private boolean nextChunk() throws IOException {
            if (!first) {
                HttpHead.readLine(input);
            }
            first = false;
            String size = HttpHead.readLine(input).split(";", 2)[0].strip();
            try {
                left = Long.parseLong(size, 16);
            } catch (NumberFormatException e) {
                throw new IOException("the answer is garbled: '" + size + "' is no chunk size", e);
            }
            if (left > 0) {
                return true;
            }
            skipTrailers();
            return false;
        }
    }

    private static final class UntilClosed extends BodyStream {
        private final InputStream input;

        UntilClosed(InputStream input) {
            this.input = input;
        }

        @Override
        protected int readSome(byte[] buffer, int offset, int length) throws IOException {
            return input.read(buffer, offset, length);
        }

        @Override
        boolean leavesConnectionOpen() {
            return false;
        }
    }
}
