package dev.nanokit.github.flow;

import dev.nanokit.engine.config.NanokitConfig;
import dev.nanokit.github.flow.Target.Finding;
import dev.nanokit.github.flow.memory.BranchNotes;
import dev.nanokit.github.flow.memory.BranchNotes.About;
import dev.nanokit.github.flow.reading.RepositoryReading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds what there is to apply of a branch's own commit. A file that can't be read does not say which environment it is
 * for; it is that of the last commit that could be read, or else the one that the default branch's file says.
 */
final class BranchSurvey {
    private final BranchNotes notes;

    BranchSurvey(BranchNotes notes) {
        this.notes = notes;
    }

    /** Those that belong to an environment, and those of the default branch of which nobody can tell. */
    List<Target> targets(Commit commit, String branch) {
        RepositoryReading files = RepositoryReading.of(commit.repository(), commit.sha());
        List<Target> all = new Survey(files, files, branch, false).targets(Optional.empty());
        if (all.stream().noneMatch(BranchSurvey::isUnclear)) {
            return all;
        }
        Map<String, About> before = notes.files(commit.ref(), branch);
        Optional<RepositoryReading> elsewhere = before.isEmpty() ? defaultBranch(commit, branch) : Optional.empty();
        return all.stream()
                .flatMap(target -> isUnclear(target)
                        ? guess(target, before, elsewhere, commit, branch).stream()
                        : Optional.of(target).stream())
                .toList();
    }

    /** Keeps in mind what the files are about. Of those that can't be read, what was known of them. */
    void remember(Commit commit, String branch, List<Target> targets) {
        Map<String, About> before = notes.files(commit.ref(), branch);
        Map<String, About> now = new TreeMap<>();
        for (Target target : targets) {
            target.config()
                    .map(config -> new About(config.component(), target.environment()))
                    .or(() -> Optional.ofNullable(before.get(target.file())))
                    .ifPresent(about -> now.put(target.file(), about));
        }
        if (!now.isEmpty() || !before.isEmpty()) {
            notes.keep(commit.ref(), branch, now);
        }
    }

    private static boolean isUnclear(Target target) {
        return target.finding() instanceof Finding.Broken
                && target.powers().environment().isEmpty();
    }

    private static Optional<RepositoryReading> defaultBranch(Commit commit, String branch) {
        String main = commit.ref().defaultBranch();
        return branch.equals(main) ? Optional.empty() : Optional.of(RepositoryReading.of(commit.repository(), main));
    }

    private static Optional<Target> guess(
            Target target,
            Map<String, About> before,
            Optional<RepositoryReading> elsewhere,
            Commit commit,
            String branch) {
        Optional<About> about = Optional.ofNullable(before.get(target.file()))
                .or(() -> elsewhere
                        .map(files -> files.files().get(target.file()))
                        .flatMap(file -> file.environmentOf(branch)
                                .map(environment -> new About(
                                        file.config()
                                                .map(NanokitConfig::component)
                                                .orElse(target.component()),
                                        environment))));
        return about.map(known -> target.about(known.component(), known.environment()))
                .or(() -> branch.equals(commit.ref().defaultBranch()) ? Optional.of(target) : Optional.empty());
    }
}
