package dev.nanokit.provider.docker.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The first part of an HTTP/1.1 answer.
 *
 * @param headers by their names in lower case
 */
record HttpHead(int status, Map<String, List<String>> headers) {
    private static final int MAX_BYTES = 64 * 1024;

    static HttpHead read(InputStream input) throws IOException {
        String line = readLine(input);
        String[] parts = line.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.") || !parts[1].matches("\\d{3}")) {
            throw new IOException("what answers is no Docker engine: it said '" + abridged(line) + "'");
        }
        Map<String, List<String>> headers = new TreeMap<>();
        for (String header = readLine(input); !header.isEmpty(); header = readLine(input)) {
            int colon = header.indexOf(':');
            if (colon > 0) {
                headers.computeIfAbsent(header.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(header.substring(colon + 1).strip());
            }
        }
        return new HttpHead(Integer.parseInt(parts[1]), headers);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(List::getFirst);
    }

    boolean hasNoBody() {
        return status == 204 || status == 304;
    }

    boolean chunked() {
        return header("transfer-encoding").filter("chunked"::equalsIgnoreCase).isPresent();
    }

    boolean closes() {
        return header("connection").filter("close"::equalsIgnoreCase).isPresent();
    }

    static String readLine(InputStream input) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed before the answer was whole");
            }
            if (line.length() >= MAX_BYTES) {
                throw new IOException("a line of the answer's head is longer than " + MAX_BYTES + " bytes");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    private static String abridged(String line) {
        String printable = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.US_ASCII)
                .replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() <= 80 ? printable : printable.substring(0, 80) + "…";
    }
}
