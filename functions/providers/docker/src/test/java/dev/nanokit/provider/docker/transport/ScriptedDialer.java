package dev.nanokit.provider.docker.transport;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Hands out wires on which the answers are written beforehand. */
final class ScriptedDialer implements Dialer {
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<ByteArrayOutputStream> requests = new ArrayList<>();
    private int closed;

    /** All that one wire will answer, before it ends. */
    ScriptedDialer wireAnswers(String... answer) {
        answers.add(String.join("", answer));
        return this;
    }

    /** What was written on each wire. */
    List<String> requests() {
        return requests.stream()
                .map(request -> request.toString(StandardCharsets.ISO_8859_1))
                .toList();
    }

    int closed() {
        return closed;
    }

    @Override
    public String endpoint() {
        return "scripted";
    }

    @Override
    public Wire dial() throws IOException {
        if (answers.isEmpty()) {
            throw new IOException("no wire is left");
        }
        InputStream input = new ByteArrayInputStream(answers.pop().getBytes(StandardCharsets.ISO_8859_1));
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        requests.add(output);
        return new Scripted(input, output);
    }

    @Override
    public Optional<Wire> dialContainer(String address, int port) {
        return Optional.empty();
    }

    @Override
    public boolean local() {
        return true;
    }

    private final class Scripted implements Wire {
        private final InputStream input;
        private final OutputStream output;

        Scripted(InputStream input, OutputStream output) {
            this.input = input;
            this.output = output;
        }

        @Override
        public InputStream input() {
            return input;
        }

        @Override
        public OutputStream output() {
            return output;
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
