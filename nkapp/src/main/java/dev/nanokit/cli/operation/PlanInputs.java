package dev.nanokit.cli.operation;

import dev.nanokit.cli.project.Project;
import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.Refusal;
import dev.nanokit.engine.config.Environment;
import dev.nanokit.stages.PlanInput;
import java.util.Set;

/** Asks for the plan that the command line means. */
final class PlanInputs {
    private PlanInputs() {}

    /**
     * @param services those to which the plan is limited; empty for all
     * @throws Refusal when one of them is not in the file
     */
    static PlanInput of(Project project, Environment environment, Set<String> services, boolean destroy) {
        for (String service : services) {
            if (!environment.services().containsKey(service)) {
                throw new Refusal(unknown(service, project, environment));
            }
        }
        return new PlanInput(
                project.id(),
                environment,
                project.repository(),
                project.commit(),
                services,
                destroy,
                project.folder(),
                project.variables());
    }

    private static Failure unknown(String service, Project project, Environment environment) {
        String known = String.join(", ", environment.services().keySet());
        return Failure.usage(
                "there is no service '" + service + "' in " + project.shownFile() + " for " + environment.name(),
                known.isEmpty() ? "it has no services" : "its services are: " + known,
                "name one of them, or none to mean all");
    }
}
