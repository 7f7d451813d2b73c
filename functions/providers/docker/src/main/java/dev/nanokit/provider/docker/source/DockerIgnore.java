package dev.nanokit.provider.docker.source;

import com.github.dockerjava.core.GoLangFileMatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rules of a {@code .dockerignore} file: the last one that fits a path decides. */
final class DockerIgnore {
    static final String FILE = ".dockerignore";

    private final List<String> rules;
    private final boolean hasExceptions;

    private DockerIgnore(List<String> rules) {
        this.rules = List.copyOf(rules);
        this.hasExceptions = rules.stream().anyMatch(rule -> rule.startsWith("!"));
    }

    static DockerIgnore of(List<String> lines) {
        List<String> rules = new ArrayList<>();
        for (String line : lines) {
            String rule = line.strip();
            if (!rule.isEmpty() && !rule.startsWith("#")) {
                boolean exception = rule.startsWith("!");
                String path = cleaned(exception ? rule.substring(1).strip() : rule);
                if (!path.isEmpty()) {
                    rules.add(exception ? "!" + path : path);
                }
            }
        }
        return new DockerIgnore(rules);
    }

    static DockerIgnore read(Path folder) throws IOException {
        try {
            return of(Files.readAllLines(folder.resolve(FILE)));
        } catch (NoSuchFileException e) {
            return of(List.of());
        }
    }

    private static String cleaned(String path) {
        String relative = path.replaceAll("^/+", "").replaceAll("/+$", "");
        return relative.startsWith("./") ? relative.substring(2) : relative;
    }

    /** @param path relative to the context, with {@code /} between its parts */
    boolean ignores(String path) {
        boolean ignored = false;
        for (String rule : rules) {
            boolean exception = rule.startsWith("!");
            if (exception == ignored && GoLangFileMatch.match(exception ? rule.substring(1) : rule, path)) {
                ignored = !exception;
            }
        }
        return ignored;
    }

    /** Whether nothing below this folder can be part of the context, so that it need not be looked into. */
    boolean ignoresWhole(String folder) {
        return !hasExceptions && ignores(folder);
    }
}
