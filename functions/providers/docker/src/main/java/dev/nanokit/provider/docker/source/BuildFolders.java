package dev.nanokit.provider.docker.source;

import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.ProviderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds a service's build context on disk. Nothing outside the folder of nanokit.yml is read. */
public final class BuildFolders {
    private static final String DOCKERFILE = "Dockerfile";

    private final Path baseFolder;

    public BuildFolders(Path baseFolder) {
        this.baseFolder = baseFolder.toAbsolutePath().normalize();
    }

    /** The context of an image's spec, as it lies on disk now. */
    public BuildContext of(Value.Obj spec) {
        String folder = spec.text("folder");
        try {
            return spec.get("instructions") instanceof Value.Text(String instructions)
                    ? onRuntime(folder, instructions)
                    : withDockerfile(folder, text(spec.get("dockerfile")));
        } catch (IOException e) {
            throw new ProviderException(
                    "the build context " + folder + " can't be read: " + reason(e),
                    false,
                    "build-context",
                    "check that the folder and its files are there and readable",
                    e);
        }
    }

    BuildContext onRuntime(String folder, String instructions) throws IOException {
        return BuildContext.of(existing(folder), instructions);
    }

    BuildContext withDockerfile(String folder, Optional<String> dockerfile) throws IOException {
        Path context = existing(folder);
        Path file = inside(context.resolve(dockerfile.orElse(DOCKERFILE)));
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no " + baseFolder.relativize(file));
        }
        return BuildContext.of(context, file);
    }

    private Path existing(String folder) throws IOException {
        Path path = inside(baseFolder.resolve(folder));
        if (!Files.isDirectory(path)) {
            throw new IOException("there is no folder " + folder);
        }
        return path;
    }

    private Path inside(Path path) throws IOException {
        Path normal = path.normalize();
        if (!normal.startsWith(baseFolder)) {
            throw new IOException(path + " lies outside the folder of nanokit.yml");
        }
        return normal;
    }

    private static Optional<String> text(Value value) {
        return value instanceof Value.Text(String text) ? Optional.of(text) : Optional.empty();
    }

    static String reason(IOException e) {
        return e.getClass() == IOException.class ? e.getMessage() : e.getClass().getSimpleName() + " " + e.getMessage();
    }
}
