package dev.nanokit.cli.project;

import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.Refusal;
import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.NanokitConfig;
import dev.nanokit.engine.config.Service.Source;
import dev.nanokit.engine.config.Variables;
import dev.nanokit.stages.PlanInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A project as it was applied last: its file, and what it builds from, at that commit. Where nothing of the kind is known,
 * as they are here, and a note says so.
 */
public final class AppliedProject implements AutoCloseable {
    private final Project project;
    private final Environment environment;
    private final String commit;
    private final List<String> notes;
    private final Optional<Path> unpacked;

    private AppliedProject(
            Project project, Environment environment, String commit, List<String> notes, Optional<Path> unpacked) {
        this.project = project;
        this.environment = environment;
        this.commit = commit;
        this.notes = notes;
        this.unpacked = unpacked;
    }

    /**
     * @param applied the commit that state names as the last that was applied whole; empty where it names none
     * @throws Refusal when the commit can't be read here
     * @throws dev.nanokit.engine.source.InvalidConfigException when its file can't be used any more
     */
    public static AppliedProject of(Project project, Optional<String> applied) {
        if (applied.isEmpty()) {
            return asItIsHere(project, "", "no apply has gone through whole yet");
        }
        String commit = applied.get();
        if (commit.isEmpty()) {
            return asItIsHere(project, "", "it was not applied from a commit");
        }
        GitCheckout git = project.git().orElseThrow(() -> new Refusal(notACheckout(project, commit)));
        GitHistory history = new GitHistory(git.root());
        if (!history.has(commit)) {
            throw new Refusal(notInTheClone(project, commit));
        }
        Optional<byte[]> file = history.file(commit, project.file());
        if (file.isEmpty() && commit.equals(project.commit())) {
            return asItIsHere(
                    project, commit, "it is not in commit " + shortened(commit) + ", from which it was applied");
        }
        return atCommit(project, commit, file.orElseThrow(() -> new Refusal(elsewhere(project, commit))), history);
    }

    private static AppliedProject asItIsHere(Project project, String commit, String why) {
        String note = project.shownFile() + " was read as it is here: " + why;
        return new AppliedProject(project, project.resolve(), commit, List.of(note), Optional.empty());
    }

    private static AppliedProject atCommit(Project project, String commit, byte[] file, GitHistory history) {
        String shown = project.shownFile() + "@" + shortened(commit);
        NanokitConfig config = NanokitConfig.parse(shown, file, project.environment());
        if (!config.project().equals(project.config().project())
                || !config.component().equals(project.config().component())) {
            throw new Refusal(elsewhere(project, commit));
        }
        Environment environment = config.environment(project.environment(), Variables.of(project.variables()));
        boolean builds = environment.services().values().stream()
                .anyMatch(service -> !(service.source() instanceof Source.Image));
        if (!builds) {
            return new AppliedProject(project, environment, commit, List.of(), Optional.empty());
        }
        if (mountsFolders(environment)) {
            String note = "what images are built from was read as it is here, since folders of it are mounted";
            return new AppliedProject(project, environment, commit, List.of(note), Optional.empty());
        }
        return new AppliedProject(project, environment, commit, List.of(), Optional.of(unpack(history, commit)));
    }

    /** Those are told by where they lie. */
    private static boolean mountsFolders(Environment environment) {
        return environment.services().values().stream()
                .flatMap(service -> service.volumes().stream())
                .anyMatch(mount -> mount.source().startsWith("."));
    }

    private static Path unpack(GitHistory history, String commit) {
        Path folder;
        try {
            folder = Files.createTempDirectory("nkapp-drift-");
        } catch (IOException e) {
            throw new UncheckedIOException("there is no room for the files of commit " + commit, e);
        }
        try {
            history.unpack(commit, folder);
            return folder;
        } catch (RuntimeException e) {
            remove(folder);
            throw e;
        }
    }

    /** What to plan, to see what differs from it. */
    public PlanInput input() {
        return new PlanInput(
                project.id(),
                environment,
                project.repository(),
                commit,
                Set.of(),
                false,
                unpacked.map(this::folderIn).orElse(project.folder()),
                project.variables());
    }

    private Path folderIn(Path folder) {
        Path root = project.git().map(GitCheckout::root).orElse(project.folder());
        return folder.resolve("tree").resolve(root.relativize(project.folder()));
    }

    public String commit() {
        return commit;
    }

    /** How it was read, where that is not what one would expect. */
    public List<String> notes() {
        return notes;
    }

    @Override
    public void close() {
        unpacked.ifPresent(AppliedProject::remove);
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " could not be removed", e);
        }
    }

    private static Failure notACheckout(Project project, String commit) {
        return Failure.failed(
                "no-history",
                "commit " + shortened(commit) + ", the last to be applied to " + project.environment()
                        + ", can't be read",
                project.folder() + " is in no git checkout",
                "run it in a clone of the repository from which it was applied");
    }

    private static Failure notInTheClone(Project project, String commit) {
        return Failure.failed(
                "no-history",
                "commit " + commit + ", the last to be applied to " + project.environment() + ", is not in this clone",
                "drift is what differs from that commit; a shallow clone, or one that was not fetched since, has not got it",
                "fetch it: git fetch origin " + commit);
    }

    private static Failure elsewhere(Project project, String commit) {
        return Failure.failed(
                "no-history",
                "commit " + shortened(commit) + ", the last to be applied to " + project.environment() + ", has no "
                        + project.shownFile() + " of component '"
                        + project.config().component() + "'",
                "the file has been moved since, or was never committed",
                "run it where it was applied from: git worktree add FOLDER " + shortened(commit));
    }

    private static String shortened(String commit) {
        return commit.length() > 7 ? commit.substring(0, 7) : commit;
    }
}
