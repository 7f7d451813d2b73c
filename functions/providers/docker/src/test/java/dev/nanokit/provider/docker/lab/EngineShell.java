package dev.nanokit.provider.docker.lab;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import dev.nanokit.provider.docker.engine.EngineClient;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs commands in containers. */
final class EngineShell {
    private EngineShell() {}

    static String run(String container, List<String> command) {
        StringBuilder text = new StringBuilder();
        try (EngineClient engine = TestEngine.client()) {
            String id = engine.docker()
                    .execCreateCmd(container)
                    .withCmd(command.toArray(String[]::new))
                    .withAttachStdout(true)
                    .withAttachStderr(true)
                    .exec()
                    .getId();
            engine.docker()
                    .execStartCmd(id)
                    .exec(new ResultCallback.Adapter<Frame>() {
                        @Override
                        public void onNext(Frame frame) {
                            text.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
                        }
                    })
                    .awaitCompletion();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return text.toString().strip();
    }
}
