package dev.nanokit.github.flow;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.NanokitConfig;
import dev.nanokit.engine.config.Service.Mount;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.stages.PlanInput;
import dev.nanokit.stages.run.UsedVariables;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.run.RunRequest.ConfigText;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Asks for the plan of a target. */
final class Inputs {
    private final ProjectVariables variables;
    private final String host;

    Inputs(FlowSettings settings) {
        this.variables = new ProjectVariables(settings.variables());
        this.host = URI.create(settings.webUrl()).getRawAuthority();
    }

    static EnvironmentId id(Commit commit, NanokitConfig config, String environment) {
        return new EnvironmentId(commit.tenant(), config.project(), environment);
    }

    /**
     * An environment of a file.
     *
     * @param text the file with all that it draws upon: enough for another process to see the same environment
     */
    record Wanted(Environment environment, ConfigText text) {}

    /**
     * What is to be true.
     *
     * @throws InvalidConfigException with every error
     */
    Wanted wanted(Commit commit, NanokitConfig config, String name) {
        UsedVariables used = new UsedVariables(variables.shown(id(commit, config, name)));
        Environment environment = config.environment(name, used);
        List<Problem> mounts = mountsOfTheTree(environment);
        if (!mounts.isEmpty()) {
            throw new InvalidConfigException(mounts);
        }
        NanokitConfig.Source source = config.source();
        return new Wanted(environment, new ConfigText(source.file(), source.text(), used.used()));
    }

    PlanInput input(Commit commit, Wanted wanted, boolean destroy, Path folder) {
        Environment environment = wanted.environment();
        return new PlanInput(
                        new EnvironmentId(commit.tenant(), environment.project(), environment.name()),
                        environment,
                        owner(commit),
                        commit.sha(),
                        Set.of(),
                        destroy,
                        folder,
                        variables.secret())
                .withConfig(wanted.text());
    }

    /** As nkapp names the owner of what is checked out from there: {@code github.com/acme/shop}. */
    String owner(Commit commit) {
        return host + "/" + commit.ref().fullName();
    }

    /** Here the tree is there only while a plan or an apply runs. */
    private static List<Problem> mountsOfTheTree(Environment environment) {
        List<Problem> problems = new ArrayList<>();
        environment.services().forEach((name, service) -> {
            for (Mount mount : service.volumes()) {
                if (mount.source().startsWith(".")) {
                    problems.add(Problem.error(
                            environment.places().of("services", name, "volumes"),
                            "the folder '" + mount.source() + "' can't be mounted into '" + name + "'",
                            "the GitHub App has the repository's files only while it works, not while containers run",
                            "put the files into the image (build: …), or use a volume"));
                }
            }
        });
        return problems;
    }
}
