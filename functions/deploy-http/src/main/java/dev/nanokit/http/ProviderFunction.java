package dev.nanokit.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.nanokit.stages.step.ProviderSteps;
import dev.nanokit.stages.telemetry.StepTelemetry;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Takes the steps of a run that need a provider. */
@Named("provider")
public class ProviderFunction implements RequestStreamHandler {
    private final ProviderSteps steps;
    private final StepTelemetry telemetry;

    @Inject
    public ProviderFunction(ProviderSteps steps, StepTelemetry telemetry) {
        this.steps = steps;
        this.telemetry = telemetry;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        telemetry.serve(in, out, steps::handle);
    }
}
