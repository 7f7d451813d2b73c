package dev.nanokit.provider.docker.rollout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs the health command in the container. */
record CommandProbe(Exec exec, String command, Redaction redaction) implements HealthProbe {
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_FOUND = 127;

    @Override
    public Verdict ask(String container) {
        Optional<Exec.Result> result = exec.run(container, List.of("/bin/sh", "-c", command), WITHIN);
        if (result.isEmpty()) {
            return new Verdict.NotYet("its health command has not ended within " + WITHIN.toSeconds() + " s");
        }
        long code = result.get().exitCode();
        if (code == 0) {
            return new Verdict.Working();
        }
        String said = redaction.of(result.get().output());
        String told = "its health command ended with " + code + (said.isEmpty() ? "" : ": " + said);
        return code == NOT_FOUND || code == NOT_EXECUTABLE
                ? new Verdict.Failed("can't be checked: " + told)
                : new Verdict.NotYet(told);
    }
}
