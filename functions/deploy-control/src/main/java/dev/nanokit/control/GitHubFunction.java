package dev.nanokit.control;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.nanokit.github.step.GitHubSteps;
import dev.nanokit.stages.telemetry.StepTelemetry;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Takes the steps of the GitHub App. */
@Named("github")
public class GitHubFunction implements RequestStreamHandler {
    private final Provider<GitHubSteps> steps;
    private final StepTelemetry telemetry;

    /** @param steps had at the first request only: they know which App it is, and no snapshot is to know that */
    @Inject
    public GitHubFunction(Provider<GitHubSteps> steps, @Named("github-telemetry") StepTelemetry telemetry) {
        this.steps = steps;
        this.telemetry = telemetry;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        telemetry.serve(in, out, request -> steps.get().answer(request));
    }
}
