package dev.nanokit.bench.engine;

import dev.nanokit.bench.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** An image made on the spot of a static busybox: its container waits, and ends at once when it is asked to. */
public final class BenchImage {
    public static final String NAME = "nanokit-bench:1";

    private static final String COMMAND =
            "[\"/bin/sh\",\"-c\",\"trap 'exit 0' TERM; while :; do sleep 3600 & wait $!; done\"]";

    private BenchImage() {}

    public static void importInto(RawEngine engine) throws IOException, InterruptedException {
        Path busybox = Tool.find("busybox")
                .orElseThrow(() -> new IllegalStateException("busybox is not installed (Debian: busybox-static)"));
        Path root = Files.createTempDirectory("bench-image");
        Path folder = Files.createDirectory(root.resolve("bin"));
        Files.copy(busybox, folder.resolve("sh"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createSymbolicLink(folder.resolve("sleep"), Path.of("sh"));
        Process tar = new ProcessBuilder("tar", "-C", root.toString(), "-c", ".")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] archive = tar.getInputStream().readAllBytes();
        if (tar.waitFor() != 0) {
            throw new IOException("tar failed");
        }
        engine.importImage("nanokit-bench", "1", archive, COMMAND);
    }
}
