package dev.nanokit.provider.docker.preflight;

import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.docker.engine.EngineClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Looks whether the folders that are to be mounted are there. */
final class FolderCheck {
    private final EngineClient engine;
    private final Path baseFolder;

    FolderCheck(EngineClient engine, Path baseFolder) {
        this.engine = engine;
        this.baseFolder = baseFolder;
    }

    List<Problem> check(List<Resource> containers) {
        List<Problem> problems = new ArrayList<>();
        for (Resource container : containers) {
            folders(container).forEach(folder -> problem(container, folder).ifPresent(problems::add));
        }
        return problems;
    }

    private static Set<String> folders(Resource container) {
        Set<String> folders = new TreeSet<>();
        if (container.spec().get("mounts") instanceof Value.Obj mounts) {
            mounts.fields().values().forEach(mount -> {
                if (mount instanceof Value.Obj fields && fields.get("folder") instanceof Value.Text(String folder)) {
                    folders.add(folder);
                }
            });
        }
        return folders;
    }

    private Optional<Problem> problem(Resource container, String folder) {
        if (engine.dialer().local()) {
            return Files.exists(baseFolder.resolve(folder))
                    ? Optional.empty()
                    : Optional.of(Problem.error(
                            container.place(),
                            "the folder " + folder + " is not there",
                            "It is to be mounted into '" + container.key().name() + "'.",
                            "Create it, or correct the path."));
        }
        return folder.startsWith("/")
                ? Optional.empty()
                : Optional.of(Problem.error(
                        container.place(),
                        "the path " + folder + " is relative to this file, but the engine is at " + engine.endpoint(),
                        "It mounts folders of its own machine.",
                        "Give the absolute path on that machine, or use a declared volume."));
    }
}
