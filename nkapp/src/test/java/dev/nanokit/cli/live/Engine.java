package dev.nanokit.cli.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The Docker engine of this machine, with an image made of busybox alone. */
final class Engine {
    static final String IMAGE = "nanokit-cli-test:busybox";
    private static final Path BUSYBOX = Path.of("/bin/busybox");

    private Engine() {}

    /** Skips the test where no engine runs; fails it where {@code CI=true}. */
    static void require() {
        boolean runs = succeeds("docker", "version") && Files.isExecutable(BUSYBOX);
        if ("true".equals(System.getenv("CI"))) {
            Assertions.assertTrue(runs, "a Docker engine and /bin/busybox (busybox-static) are needed");
        }
        Assumptions.assumeTrue(runs, "no Docker engine, or no /bin/busybox (busybox-static)");
        if (!succeeds("docker", "image", "inspect", IMAGE)) {
            importImage();
        }
    }

    private static void importImage() {
        try {
            Path root = Files.createTempDirectory("nanokit-image");
            Files.createDirectories(root.resolve("bin"));
            Files.copy(BUSYBOX, root.resolve("bin/busybox"));
            for (String applet : List.of("sh", "sleep", "httpd", "wget", "true", "false", "test")) {
                Files.createSymbolicLink(root.resolve("bin").resolve(applet), Path.of("busybox"));
            }
            Files.createDirectories(root.resolve("www"));
            Files.createDirectories(root.resolve("tmp"));
            docker("sh", "-c", "tar -C '" + root + "' -c . | docker import - " + IMAGE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Takes away whatever a test has left of a project, where there is an engine. */
    static void sweep(String project) {
        if (!succeeds("docker", "version")) {
            return;
        }
        for (String kind : List.of("container", "volume", "network")) {
            List<String> list = new ArrayList<>(List.of("docker", kind, "ls", "-q"));
            if (kind.equals("container")) {
                list.add("-a");
            }
            list.addAll(List.of("--filter", "name=" + project));
            for (String id : docker(list.toArray(String[]::new)).lines().toList()) {
                if (!id.isBlank()) {
                    succeeds(
                            kind.equals("container")
                                    ? new String[] {"docker", "rm", "-f", id}
                                    : new String[] {"docker", kind, "rm", id});
                }
            }
        }
    }

    static String docker(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Assertions.assertEquals(0, process.waitFor(), String.join(" ", command) + ": " + output);
            return output;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
