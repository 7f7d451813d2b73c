package dev.nanokit.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.nanokit.stages.step.ProviderSteps;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Takes the steps of a run that need a provider. */
@Named("provider")
public class ProviderFunction implements RequestStreamHandler {
    private final ProviderSteps steps;

    @Inject
    public ProviderFunction(ProviderSteps steps) {
        this.steps = steps;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        String request = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        out.write(steps.handle(request).getBytes(StandardCharsets.UTF_8));
    }
}
