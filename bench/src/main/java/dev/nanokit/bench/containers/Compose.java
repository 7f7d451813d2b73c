package dev.nanokit.bench.containers;

import dev.nanokit.bench.process.Tool;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A docker compose that is installed.
 *
 * @param version as it says itself
 * @param command how it is called
 */
record Compose(String version, List<String> command) {
    /** Each version once: the one of {@code bench/peers/build}, the plugin of docker, the one on the path. */
    static List<Compose> installed() throws IOException, InterruptedException {
        List<List<String>> candidates = new ArrayList<>();
        Tool.find("docker-compose-v2").ifPresent(tool -> candidates.add(List.of(tool.toString())));
        Tool.find("docker").ifPresent(tool -> candidates.add(List.of(tool.toString(), "compose")));
        Tool.find("docker-compose").ifPresent(tool -> candidates.add(List.of(tool.toString())));
        Map<String, Compose> byVersion = new TreeMap<>();
        for (List<String> candidate : candidates) {
            String version = version(candidate);
            if (!version.isEmpty()) {
                byVersion.putIfAbsent(version, new Compose(version, candidate));
            }
        }
        return List.copyOf(byVersion.values());
    }

    private static String version(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(with(command, "version", "--short"))
                .redirectError(new File("/dev/null"))
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? output : "";
    }

    List<String> up() {
        return with(command, "-f", "compose.yml", "up", "-d");
    }

    List<String> down() {
        return with(command, "-f", "compose.yml", "down");
    }

    private static List<String> with(List<String> command, String... arguments) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        return all;
    }
}
