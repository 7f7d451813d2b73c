package dev.nanokit.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * nkapp as its users run it, with a state of its own.
 *
 * @param startCache whether the JVM may start from the cache that {@code bin/nkapp} keeps
 */
public record Nkapp(Path stateFolder, boolean startCache) {
    private static final Path PROGRAM = Path.of("bin", "nkapp").toAbsolutePath();
    private static final Path TARGET = Path.of("nkapp", "target");
    private static final int TRIES = 600;

    /** A command of nkapp over the file in a folder. */
    public TimedProcess command(Path folder, String... arguments) {
        List<String> line = Stream.concat(Stream.of(PROGRAM.toString()), Arrays.stream(arguments))
                .toList();
        Map<String, String> environment =
                new HashMap<>(Map.of("XDG_STATE_HOME", stateFolder.toString(), "NKAPP_BUILD", "no"));
        if (!startCache) {
            environment.put("NKAPP_CACHE", "no");
        }
        return new TimedProcess(line, folder, environment, 0);
    }

    /** Runs nkapp once, and waits until the start cache that it then makes in the background is there. */
    public static void makeStartCache() throws IOException, InterruptedException {
        new TimedProcess(List.of(PROGRAM.toString(), "--version"), Path.of("."), Map.of("NKAPP_BUILD", "no"), 0).run();
        for (int tries = 0; !startCacheIsFresh(); tries++) {
            if (tries == TRIES) {
                throw new IllegalStateException("bin/nkapp has made no start cache");
            }
            Thread.sleep(100);
        }
    }

    private static boolean startCacheIsFresh() throws IOException {
        try (Stream<Path> files = Files.list(TARGET)) {
            for (Path folder : files.filter(
                            file -> file.getFileName().toString().startsWith("start-"))
                    .toList()) {
                Path cache = folder.resolve("cache");
                if (Files.exists(cache)
                        && Files.getLastModifiedTime(cache)
                                        .compareTo(Files.getLastModifiedTime(TARGET.resolve("nkapp.jar")))
                                > 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
