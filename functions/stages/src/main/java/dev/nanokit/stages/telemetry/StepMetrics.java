package dev.nanokit.stages.telemetry;

import dev.nanokit.engine.value.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/** What a step's request and answer tell about the run that it is a step of. */
final class StepMetrics {
    private StepMetrics() {}

    static Map<Metric, Double> of(String step, Value.Obj answer, Instant now) {
        return switch (step) {
            case "plan" -> Map.of(Metric.PLANS, 1.0);
            case "finish" -> Map.of(Metric.APPLIES, 1.0);
            case "recover", "giveUp" -> Map.of(Metric.FAILURES, 1.0);
            case "lock" -> Map.of(Metric.LOCK_WAIT, waitedSeconds(answer, now));
            default -> Map.of();
        };
    }

    private static double waitedSeconds(Value.Obj answer, Instant now) {
        return answer.get("lock") instanceof Value.Obj lock && lock.get("since") instanceof Value.Num(BigDecimal since)
                ? Math.max(0, now.toEpochMilli() - since.longValue()) / 1000.0
                : 0;
    }
}
