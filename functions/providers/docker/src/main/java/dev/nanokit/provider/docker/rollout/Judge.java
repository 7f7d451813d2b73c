package dev.nanokit.provider.docker.rollout;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Tells whether a container works. */
final class Judge {
    /** So many starts may fail while something that it needs comes up. */
    private static final int RESTARTS_TO_FORGIVE = 3;

    private final Pace pace;
    private final Optional<HealthProbe> probe;

    /** @param probe empty for a container without a health check */
    Judge(Pace pace, Optional<HealthProbe> probe) {
        this.pace = pace;
        this.probe = probe;
    }

    /** @param container the engine's whole answer */
    Verdict judge(JsonNode container, Watch watch, Instant now) {
        JsonNode state = container.path("State");
        int restarts = container.path("RestartCount").asInt(0);
        boolean restarting = state.path("Restarting").asBoolean(false);
        boolean running = state.path("Running").asBoolean(false) && !restarting;
        if (!running && !restarting) {
            return new Verdict.Failed("ended with " + exitCode(state));
        }
        if (restarts >= RESTARTS_TO_FORGIVE) {
            return new Verdict.Failed("ends again and again, " + (restarts + 1) + " times so far"
                    + (running ? "" : ", the last time with " + exitCode(state)));
        }
        Verdict verdict =
                restarting ? new Verdict.NotYet("it is being restarted") : whileRunning(container, watch, now);
        if (verdict instanceof Verdict.NotYet(String why) && watch.watchedFor(pace.healthy(), now)) {
            return new Verdict.Failed("was not healthy within " + pace.healthy().toSeconds() + " s: " + why);
        }
        return verdict;
    }

    private Verdict whileRunning(JsonNode container, Watch watch, Instant now) {
        if (probe.isPresent()) {
            return probe.get().ask(container.path("Id").asString());
        }
        return watch.steadyFor(pace.settle(), now)
                ? new Verdict.Working()
                : new Verdict.NotYet("it runs for less than " + pace.settle().toMillis() + " ms");
    }

    private static String exitCode(JsonNode state) {
        return "exit code " + state.path("ExitCode").asInt(0) + reason(state);
    }

    private static String reason(JsonNode state) {
        if (state.path("OOMKilled").asBoolean(false)) {
            return " (it had no memory left)";
        }
        String error = state.path("Error").asString("");
        return error.isEmpty() ? "" : " (" + error + ")";
    }
}
