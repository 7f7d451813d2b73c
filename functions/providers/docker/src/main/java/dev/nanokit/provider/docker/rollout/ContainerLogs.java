package dev.nanokit.provider.docker.rollout;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import dev.nanokit.provider.docker.engine.EngineClient;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** The last that a container has written. */
final class ContainerLogs {
    private static final int LINES = 20;
    private static final int SECONDS = 5;

    private final EngineClient engine;

    ContainerLogs(EngineClient engine) {
        this.engine = engine;
    }

    /** Empty where there is nothing, or it can't be had: it only goes with an error that is told anyway. */
    String last(String container) {
        StringBuilder text = new StringBuilder();
        var lines = new ResultCallback.Adapter<Frame>() {
            @Override
            public void onNext(Frame frame) {
                text.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
            }
        };
        try {
            engine.docker()
                    .logContainerCmd(container)
                    .withStdOut(true)
                    .withStdErr(true)
                    .withTail(LINES)
                    .exec(lines)
                    .awaitCompletion(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            return "";
        }
        return text.toString().stripTrailing();
    }
}
