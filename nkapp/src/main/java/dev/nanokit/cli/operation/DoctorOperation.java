package dev.nanokit.cli.operation;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.backend.Backend;
import dev.nanokit.cli.doctor.EngineCheck;
import dev.nanokit.cli.doctor.FileCheck;
import dev.nanokit.cli.doctor.GitCheck;
import dev.nanokit.cli.doctor.JavaCheck;
import dev.nanokit.cli.doctor.StateCheck;
import dev.nanokit.cli.project.GitCheckout;
import dev.nanokit.cli.project.ProjectSelection;
import dev.nanokit.cli.report.Examination;
import dev.nanokit.cli.report.Examination.Finding;
import dev.nanokit.cli.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks at everything that nkapp needs, one after another, whatever is wrong with the others. */
public record DoctorOperation(Session session, View view) {
    public ExitStatus run(ProjectSelection selection) {
        List<Finding> findings = new ArrayList<>();
        findings.add(JavaCheck.look());
        FileCheck file = FileCheck.look(session.surroundings(), selection);
        Map<String, String> variables = file.project()
                .map(project -> project.variables())
                .orElse(session.surroundings().variables());
        try (Backend backend = session.backends().open(variables)) {
            findings.add(StateCheck.look(backend));
            findings.add(EngineCheck.look(backend, file, session.surroundings().folder(), variables));
        }
        findings.add(GitCheck.look(GitCheckout.around(session.surroundings().folder()), file));
        findings.add(file.finding());
        Examination examination = new Examination(findings);
        view.examined(examination);
        return examination.isHealthy() ? ExitStatus.OK : ExitStatus.FAILED;
    }
}
