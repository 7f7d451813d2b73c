package dev.nanokit.stages.run;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.NanokitConfig;
import dev.nanokit.engine.config.Variables;
import dev.nanokit.stages.ApplyInput;
import dev.nanokit.stages.PlanInput;
import dev.nanokit.state.run.RunRequest;
import dev.nanokit.state.run.RunRequest.ApplyTerms;
import dev.nanokit.state.run.RunRequest.ConfigText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What is to be planned or applied, as a request that another process can read, and back. */
public final class RunRequests {
    private RunRequests() {}

    /**
     * @param run the run's id
     * @param sources where the repository's files can be had; empty where nothing is built from source
     * @throws IllegalArgumentException when the input does not say what file it was read from
     */
    public static RunRequest of(String run, PlanInput input, Optional<String> sources) {
        return of(run, input, sources, Optional.empty());
    }

    /** The same, of an apply. */
    public static RunRequest of(String run, ApplyInput input, Optional<String> sources) {
        ApplyTerms terms =
                new ApplyTerms(input.approvedDigest(), input.force(), input.holder(), input.lockWait(), input.lease());
        return of(run, input.plan(), sources, Optional.of(terms));
    }

    private static RunRequest of(String run, PlanInput input, Optional<String> sources, Optional<ApplyTerms> terms) {
        Environment environment = input.environment();
        ConfigText config = input.config()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the run " + run + " can't be done elsewhere: the text of its file is not known"));
        return new RunRequest(
                run,
                input.id(),
                config,
                environment.component(),
                environment.infra().provider().id(),
                environment.infra().shared(),
                input.repository(),
                input.commit(),
                input.targets(),
                input.destroy(),
                sources,
                terms);
    }

    /**
     * The input again, the file read anew.
     *
     * @param baseFolder the folder of the file, with what is built from source
     * @param variables where secrets of {@code from: env} and the provider's credentials come from
     * @throws dev.nanokit.engine.source.InvalidConfigException when the file can't be used
     */
    public static PlanInput planInput(RunRequest request, Path baseFolder, Map<String, String> variables) {
        return new PlanInput(
                request.environment(),
                environment(request),
                request.repository(),
                request.commit(),
                request.targets(),
                request.destroy(),
                baseFolder,
                variables,
                Optional.of(request.config()));
    }

    /**
     * What is to be true.
     *
     * @throws dev.nanokit.engine.source.InvalidConfigException when the file can't be used
     */
    public static Environment environment(RunRequest request) {
        ConfigText config = request.config();
        String name = request.environment().environment();
        return NanokitConfig.parse(config.file(), config.text().getBytes(StandardCharsets.UTF_8), name)
                .environment(name, Variables.of(config.variables()));
    }
}
