package dev.nanokit.cli.doctor;

import dev.nanokit.cli.project.GitCheckout;
import dev.nanokit.cli.project.Project;
import dev.nanokit.cli.report.Examination.Finding;
import dev.nanokit.cli.report.Examination.Verdict;
import java.util.Optional;

/** Which branch is checked out, and which environment that makes. */
public final class GitCheck {
    private static final String SUBJECT = "git";

    private GitCheck() {}

    public static Finding look(Optional<GitCheckout> git, FileCheck file) {
        if (git.isEmpty()) {
            return new Finding(
                    SUBJECT,
                    Verdict.DOUBTFUL,
                    "this is no git checkout: plans name no commit, and no branch decides the environment",
                    "nothing to do if that is meant; else: git init");
        }
        GitCheckout checkout = git.get();
        String branch = checkout.branch().map(name -> "branch " + name).orElse("no branch (detached head)");
        String environment = file.project()
                .map(Project::environment)
                .map(name -> ", environment " + name)
                .orElse("");
        if (checkout.commit().isEmpty()) {
            return new Finding(
                    SUBJECT,
                    Verdict.DOUBTFUL,
                    branch + environment + ", but the head commit is not known",
                    "commit something; a repository that keeps its refs as a reftable is not read");
        }
        return new Finding(
                SUBJECT,
                Verdict.GOOD,
                branch + " at " + checkout.commit().get().substring(0, 7) + environment + ", repository "
                        + checkout.repository(),
                "");
    }
}
