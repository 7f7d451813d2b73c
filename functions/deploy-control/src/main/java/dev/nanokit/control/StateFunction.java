package dev.nanokit.control;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.nanokit.stages.step.StateSteps;
import dev.nanokit.stages.telemetry.StepTelemetry;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Takes the steps of a run that need no provider. */
@Named("state")
public class StateFunction implements RequestStreamHandler {
    private final StateSteps steps;
    private final StepTelemetry telemetry;

    @Inject
    public StateFunction(StateSteps steps, @Named("state-telemetry") StepTelemetry telemetry) {
        this.steps = steps;
        this.telemetry = telemetry;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        telemetry.serve(in, out, steps::handle);
    }
}
