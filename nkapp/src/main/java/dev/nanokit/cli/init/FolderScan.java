package dev.nanokit.cli.init;

import dev.nanokit.engine.config.shape.LegalName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for a compose file, else for a Dockerfile. */
public final class FolderScan {
    private static final List<String> COMPOSE_FILES =
            List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");
    private static final Pattern EXPOSE =
            Pattern.compile("^\\s*EXPOSE\\s+(\\d{1,5})(?:/tcp)?\\b", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private FolderScan() {}

    public static Found scan(Path folder) throws IOException {
        for (String name : COMPOSE_FILES) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                return ComposeFile.read(name, Files.readString(file));
            }
        }
        Path dockerfile = folder.resolve("Dockerfile");
        return Files.isRegularFile(dockerfile)
                ? built(folder, Files.readString(dockerfile))
                : new Found(List.of(), List.of(), List.of(), List.of());
    }

    private static Found built(Path folder, String dockerfile) {
        Matcher expose = EXPOSE.matcher(dockerfile);
        OptionalInt port = expose.find() ? OptionalInt.of(Integer.parseInt(expose.group(1))) : OptionalInt.empty();
        String name = LegalName.nearest(
                Optional.ofNullable(folder.getFileName()).map(Path::toString).orElse("app"));
        Found.Service service = new Found.Service(name, "build", ".", port, OptionalInt.empty(), List.of());
        String seen = "Found a Dockerfile" + (port.isPresent() ? " that exposes port " + port.getAsInt() : "")
                + ": it becomes the service " + name + ".";
        return new Found(List.of(service), List.of(), List.of(seen), List.of());
    }
}
