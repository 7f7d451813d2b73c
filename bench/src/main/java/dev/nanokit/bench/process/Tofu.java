package dev.nanokit.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** OpenTofu, where it is installed. */
public record Tofu(Path program) {
    public static Optional<Tofu> installed() {
        return Tool.find("tofu").map(Tofu::new);
    }

    /** A command of OpenTofu over the files in a folder. */
    public TimedProcess command(Path folder, String... arguments) {
        List<String> line = Stream.concat(Stream.of(program.toString()), Arrays.stream(arguments))
                .toList();
        Path settings = folder.resolve("settings.tfrc");
        Map<String, String> environment = Files.exists(settings)
                ? Map.of("CHECKPOINT_DISABLE", "1", "TF_CLI_CONFIG_FILE", settings.toString())
                : Map.of("CHECKPOINT_DISABLE", "1");
        return new TimedProcess(line, folder, environment, 0);
    }

    /** Lets the files in a folder use the docker provider that is installed beside OpenTofu; false when it is not. */
    public static boolean useDockerProvider(Path folder) throws IOException {
        Optional<Path> provider = Tool.find("terraform-provider-docker");
        if (provider.isPresent()) {
            Files.writeString(folder.resolve("settings.tfrc"), """
                    provider_installation {
                      dev_overrides {
                        "kreuzwerker/docker" = "%s"
                      }
                      direct {}
                    }
                    """.formatted(
                            provider.get().getParent()));
        }
        return provider.isPresent();
    }
}
