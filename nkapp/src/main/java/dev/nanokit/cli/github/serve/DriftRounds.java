package dev.nanokit.cli.github.serve;

import dev.nanokit.github.drift.DriftRound;
import dev.nanokit.webhook.log.JsonLog;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Looks, beside all else that the server does, whether what was applied is as it was applied: one component at a time. */
final class DriftRounds {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final DriftRound round;
    private final Duration every;
    private final Consumer<String> verdicts;
    private final JsonLog log;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    private DriftRounds(DriftRound round, Duration every, Consumer<String> verdicts, JsonLog log) {
        this.round = round;
        this.every = every;
        this.verdicts = verdicts;
        this.log = log;
        this.thread = Thread.ofVirtual().name("drift").unstarted(this::run);
    }

    /**
     * @param every empty for never
     * @param verdicts told in a word what each look has shown
     */
    static DriftRounds start(DriftRound round, Optional<Duration> every, Consumer<String> verdicts, JsonLog log) {
        DriftRounds rounds = new DriftRounds(round, every.orElse(LONGEST_PAUSE), verdicts, log);
        if (every.isPresent()) {
            rounds.thread.start();
        } else {
            rounds.stop.countDown();
        }
        return rounds;
    }

    private void run() {
        Duration pause = every.compareTo(LONGEST_PAUSE) < 0 ? every : LONGEST_PAUSE;
        try {
            do {
                all();
            } while (!stop.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            // The server ends.
        }
    }

    private void all() {
        try {
            while (stop.getCount() > 0) {
                Optional<DriftRound.Step> step = round.next(every);
                if (step.isEmpty()) {
                    return;
                }
                verdicts.accept(step.get().looked().word());
            }
        } catch (RuntimeException e) {
            verdicts.accept("failed");
            log.write(JsonLog.Level.ERROR, "drift_failed", Map.of("cause", e.toString()));
        }
    }

    /** Lets the look that is under way come to its end, if it does so soon. Whatever is cut short comes again. */
    void stop() throws InterruptedException {
        stop.countDown();
        if (thread.isAlive() && !thread.join(GRACE)) {
            thread.interrupt();
        }
    }
}
