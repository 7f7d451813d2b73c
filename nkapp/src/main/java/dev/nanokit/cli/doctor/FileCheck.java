package dev.nanokit.cli.doctor;

import dev.nanokit.cli.Surroundings;
import dev.nanokit.cli.project.Project;
import dev.nanokit.cli.project.ProjectLoader;
import dev.nanokit.cli.project.ProjectSelection;
import dev.nanokit.cli.report.Examination.Finding;
import dev.nanokit.cli.report.Examination.Verdict;
import dev.nanokit.cli.report.Refusal;
import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.source.InvalidConfigException;
import java.util.Optional;

/**
 * Whether the file is there and valid.
 *
 * @param project empty when it could not be read
 * @param environment empty when it has errors
 */
public record FileCheck(Finding finding, Optional<Project> project, Optional<Environment> environment) {
    public static FileCheck look(Surroundings surroundings, ProjectSelection selection) {
        Project project;
        try {
            project = new ProjectLoader(surroundings).load(selection);
        } catch (Refusal refusal) {
            return unusable(
                    Verdict.DOUBTFUL,
                    refusal.failure().what(),
                    String.join("\n", refusal.failure().fix()),
                    Optional.empty());
        } catch (InvalidConfigException invalid) {
            return invalid(invalid, Optional.empty());
        }
        try {
            Environment environment = project.resolve();
            Finding finding = new Finding(
                    "file",
                    Verdict.GOOD,
                    project.shownFile() + " is valid for " + environment.name() + " (project "
                            + environment.project() + ", provider "
                            + environment.infra().provider().id() + ")",
                    "");
            return new FileCheck(finding, Optional.of(project), Optional.of(environment));
        } catch (InvalidConfigException invalid) {
            return invalid(invalid, Optional.of(project));
        }
    }

    private static FileCheck invalid(InvalidConfigException invalid, Optional<Project> project) {
        String first = invalid.problems().isEmpty()
                ? "it is invalid"
                : invalid.problems().getFirst().place() + ": "
                        + invalid.problems().getFirst().what();
        int more = invalid.problems().size() - 1;
        return unusable(
                Verdict.BAD,
                first + (more > 0 ? ", and " + more + " more" : ""),
                "see all that is wrong: nkapp validate",
                project);
    }

    private static FileCheck unusable(Verdict verdict, String found, String fix, Optional<Project> project) {
        return new FileCheck(new Finding("file", verdict, found, fix), project, Optional.empty());
    }
}
