package dev.nanokit.provider.docker.source;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.Service;
import dev.nanokit.engine.config.Service.Source;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.provider.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what an environment's services are built from. */
public final class SourceReader {
    private final Environment environment;
    private final BuildFolders folders;
    private final Map<String, String> digests = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private SourceReader(Environment environment, Path baseFolder) {
        this.environment = environment;
        this.folders = new BuildFolders(baseFolder);
    }

    public static Sources read(Environment environment, Path baseFolder) {
        SourceReader reader = new SourceReader(environment, baseFolder);
        environment.services().values().stream()
                .filter(service -> service.instances() > 0)
                .forEach(reader::add);
        return new Sources(reader.digests, reader.problems);
    }

    private void add(Service service) {
        try {
            Optional<BuildContext> context = context(service);
            if (context.isPresent()) {
                digests.put(service.name(), context.get().digest());
                warnOfGit(service, context.get());
            }
        } catch (IOException e) {
            problems.add(Problem.error(
                    place(service),
                    "service '" + service.name() + "' can't be built: " + BuildFolders.reason(e),
                    "An image is built from a folder of this repository.",
                    "Correct the path; it is relative to "
                            + environment.places().root().file() + "."));
        }
    }

    private Optional<BuildContext> context(Service service) throws IOException {
        return switch (service.source()) {
            case Source.Image ignored -> Optional.empty();
            case Source.Build build -> Optional.of(folders.withDockerfile(build.context(), build.dockerfile()));
            // The instructions stand in the spec themselves; only the files are read here.
            case Source.OnRuntime ignored ->
                Optional.of(folders.onRuntime(service.path().orElse("."), ""));
        };
    }

    private void warnOfGit(Service service, BuildContext context) {
        if (context.contains(".git/")) {
            problems.add(Problem.warning(
                    place(service),
                    "service '" + service.name()
                            + "' is built anew with each commit: .git is part of its build context",
                    "What a build can see decides whether it is out of date.",
                    "Put .git into " + DockerIgnore.FILE + "."));
        }
    }

    private Place place(Service service) {
        boolean built = service.source() instanceof Source.Build;
        return environment.places().of("services", service.name(), built ? "build" : "path");
    }
}
