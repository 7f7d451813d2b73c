package dev.nanokit.control;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.nanokit.github.step.GitHubSteps;
import dev.nanokit.stages.telemetry.StepTelemetry;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Takes the steps of the GitHub App. */
@Named("github")
public class GitHubFunction implements RequestStreamHandler {
    private final GitHubSteps steps;
    private final StepTelemetry telemetry;

    @Inject
    public GitHubFunction(GitHubSteps steps, @Named("github-telemetry") StepTelemetry telemetry) {
        this.steps = steps;
        this.telemetry = telemetry;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        telemetry.serve(in, out, steps::answer);
    }
}
