package dev.nanokit.github.flow;

import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.report.ApplyProgress;
import dev.nanokit.github.report.CheckState;
import dev.nanokit.stages.RunEvent;
import dev.nanokit.state.lock.LockGrant;
import dev.nanokit.webhook.log.JsonLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Shows on the check how far an apply has come: not more often than GitHub likes, and never so that the apply has to
 * wait for GitHub or fails because of it.
 */
final class ApplyWatch implements Consumer<RunEvent>, PastEvents {
    private final Consumer<CheckState> check;
    private final LongConsumer begun;
    private final Duration between;
    private final InstantSource clock;
    private final JsonLog log;
    private final Waiting waiting;
    private final ReentrantLock showing = new ReentrantLock();
    private ApplyProgress progress = ApplyProgress.BEGUN;
    private Instant last = Instant.MIN;
    private boolean working;
    private volatile long token;

    /** @param begun told the component's token under which changes begin, before the first of them */
    ApplyWatch(Consumer<CheckState> check, LongConsumer begun, FlowPorts ports) {
        this.check = check;
        this.begun = begun;
        this.between = ports.settings().betweenUpdates();
        this.clock = ports.clock();
        this.log = ports.log();
        this.waiting = ports.waiting();
    }

    @Override
    public void accept(RunEvent event) {
        notice(event);
        CheckState state = after(event);
        if (!showing.tryLock()) {
            return;
        }
        try {
            show(state);
        } finally {
            showing.unlock();
        }
    }

    private void notice(RunEvent event) {
        switch (event) {
            case RunEvent.WaitingForLock ignored -> waiting.begins();
            case RunEvent.WaitingForShared ignored -> waiting.begins();
            case RunEvent.LockAcquired ignored -> waiting.ends();
            default -> {}
        }
    }

    @Override
    public void past(List<RunEvent> events) {
        events.forEach(this::after);
    }

    /** Shows how far it has come, though it was shown a moment ago. */
    void showNow() {
        last = Instant.MIN;
        show(now());
    }

    private CheckState after(RunEvent event) {
        switch (event) {
            case RunEvent.LockAcquired(LockGrant grant) -> token = grant.componentToken();
            case RunEvent.Planned ignored -> begun.accept(token);
            default -> {}
        }
        return next(event);
    }

    private synchronized CheckState now() {
        return new CheckState.Applying(progress, clock.instant());
    }

    private synchronized CheckState next(RunEvent event) {
        progress = progress.after(event);
        working |= event instanceof RunEvent.Planned;
        return now();
    }

    /** Whether anything may have been changed: from then on, nothing but an end ends it. */
    synchronized boolean isWorking() {
        return working;
    }

    /** Of the component's lock as it was granted last. */
    long token() {
        return token;
    }

    private void show(CheckState state) {
        Instant now = clock.instant();
        if (!last.equals(Instant.MIN) && now.isBefore(last.plus(between))) {
            return;
        }
        last = now;
        try {
            check.accept(state);
        } catch (GitHubException e) {
            log.write(JsonLog.Level.WARN, "progress not shown", Map.of("error", String.valueOf(e.getMessage())));
        }
    }
}
