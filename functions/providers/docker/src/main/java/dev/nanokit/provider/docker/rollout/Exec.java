package dev.nanokit.provider.docker.rollout;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.model.Frame;
import dev.nanokit.provider.docker.engine.EngineClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs a command in a container. */
final class Exec {
    private static final int OUTPUT_AT_MOST = 4096;

    private final EngineClient engine;

    Exec(EngineClient engine) {
        this.engine = engine;
    }

    /** @param output the last of what it has written */
    record Result(long exitCode, String output) {}

    /** What came of it; empty when it has not ended in time, or the container does not run. */
    Optional<Result> run(String container, List<String> command, Duration within) {
        return run(container, command, Map.of(), within);
    }

    /** @param variables added to the container's own, for this command alone */
    Optional<Result> run(String container, List<String> command, Map<String, String> variables, Duration within) {
        DockerClient docker = engine.docker();
        try {
            String id = docker.execCreateCmd(container)
                    .withCmd(command.toArray(String[]::new))
                    .withEnv(variables.entrySet().stream()
                            .map(variable -> variable.getKey() + "=" + variable.getValue())
                            .toList())
                    .withAttachStdout(true)
                    .withAttachStderr(true)
                    .exec()
                    .getId();
            try (Output output = docker.execStartCmd(id).exec(new Output())) {
                if (!output.awaitCompletion(within.toMillis(), TimeUnit.MILLISECONDS)) {
                    return Optional.empty();
                }
                Long code = docker.inspectExecCmd(id).exec().getExitCodeLong();
                return Optional.ofNullable(code).map(ended -> new Result(ended, output.text()));
            }
        } catch (ConflictException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Output extends ResultCallback.Adapter<Frame> {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void onNext(Frame frame) {
            text.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
            if (text.length() > OUTPUT_AT_MOST) {
                text.delete(0, text.length() - OUTPUT_AT_MOST);
            }
        }

        String text() {
            return text.toString().strip();
        }
    }
}
