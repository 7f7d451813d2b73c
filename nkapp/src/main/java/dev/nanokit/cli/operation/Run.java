package dev.nanokit.cli.operation;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.backend.Backend;
import dev.nanokit.cli.project.Project;
import dev.nanokit.cli.report.Blockade;
import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.Refusal;
import dev.nanokit.cli.report.RunReport;
import dev.nanokit.cli.report.RunReport.Kind;
import dev.nanokit.cli.report.RunReport.Target;
import dev.nanokit.cli.terminal.Interrupts;
import dev.nanokit.cli.view.Progress;
import dev.nanokit.cli.view.View;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.stages.ApplyInput;
import dev.nanokit.stages.ApplyResult;
import dev.nanokit.stages.PlanInput;
import dev.nanokit.stages.RunEvent;
import dev.nanokit.state.lock.Holder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** One {@code up} or {@code destroy}, from the plan that was agreed to until it has been told how it ended. */
record Run(
        Session session, View view, Backend backend, Project project, RunOperation.Request request, PlanInput input) {
    /** How long the lock outlives this process if it dies; while it lives it is extended again and again. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private static final Failure CANCELLED_WHILE_WAITING = new Failure(
            ExitStatus.CANCELLED,
            "cancelled",
            "cancelled while waiting: nothing was changed, and the place in the queue is given up",
            "",
            List.of(),
            List.of());

    /** The plan; where shared infrastructure is not there yet, the plan once it is, or when the wait is over. */
    Plan planWhenReady() {
        Plan plan = backend.workflows().plan(input);
        if (plan.blockedOn().isEmpty() || request.lockWait().isZero()) {
            return plan;
        }
        try (Progress progress = view.progress(false)) {
            Duration waited = Duration.ZERO;
            while (plan.blockedOn().isPresent() && waited.compareTo(request.lockWait()) < 0) {
                progress.event(new RunEvent.WaitingForShared(plan.blockedOn().get(), waited));
                waited = waited.plus(session.pause().pause(BETWEEN_LOOKS));
                plan = backend.workflows().plan(input);
            }
        }
        return plan;
    }

    /** @param approved digest of the plan that alone is agreed to; empty when any plan is */
    ExitStatus apply(Optional<String> approved, Optional<SavedPlan> saved) {
        Map<ResourceKey, Duration> took = new ConcurrentHashMap<>();
        ApplyResult result;
        boolean cancelled;
        try (Progress progress = view.progress(approved.isEmpty());
                Interrupts.Watch watch = session.interrupts().watch(progress::cancelling)) {
            result = backend.workflows()
                    .apply(applyInput(approved), event -> show(event, progress, took), watch::pressed);
            cancelled = watch.pressed();
        }
        if (cancelled && (result instanceof ApplyResult.Blocked || result instanceof ApplyResult.NotReady)) {
            throw new Refusal(CANCELLED_WHILE_WAITING);
        }
        if (result instanceof ApplyResult.Stale stale) {
            saved.ifPresent(plan -> RunOperation.requireCurrent(plan, stale.plan()));
        }
        return end(result, took);
    }

    ExitStatus end(ApplyResult result) {
        return end(result, Map.of());
    }

    private ExitStatus end(ApplyResult result, Map<ResourceKey, Duration> took) {
        boolean up = request.kind() == Kind.UP && result instanceof ApplyResult.Applied;
        Optional<Blockade> blockade = result instanceof ApplyResult.Blocked blocked
                ? Optional.of(blockade(new RunEvent.WaitingForLock(blocked.by(), request.lockWait())))
                : Optional.empty();
        view.ended(new RunReport(
                target(),
                result,
                took,
                up ? PublishedUrls.of(input.environment(), input.targets(), input.variables()) : List.of(),
                project.command(words()),
                blockade));
        return status(result);
    }

    private void show(RunEvent event, Progress progress, Map<ResourceKey, Duration> took) {
        if (event instanceof RunEvent.ChangeDone done) {
            took.put(done.change().key(), done.took());
        }
        if (event instanceof RunEvent.WaitingForLock waiting) {
            progress.blocked(blockade(waiting));
        }
        progress.event(event);
    }

    private Blockade blockade(RunEvent.WaitingForLock waiting) {
        return new Blockade(waiting.by(), project.command("infra unlock"), waiting.waited(), now());
    }

    private ApplyInput applyInput(Optional<String> approved) {
        Holder holder = new Holder(
                session.surroundings().who(), "nkapp " + request.kind().word(), "", now());
        return new ApplyInput(input, approved, request.force(), holder, request.lockWait(), LEASE);
    }

    /** The command with what it was limited to. */
    private String words() {
        return String.join(
                " ",
                Stream.concat(Stream.of(request.kind().word()), request.services().stream())
                        .toList());
    }

    private Target target() {
        return new Target(
                input.environment().project(),
                input.environment().name(),
                input.environment().component(),
                request.kind());
    }

    private Instant now() {
        return session.surroundings().clock().instant();
    }

    private static ExitStatus status(ApplyResult result) {
        return switch (result) {
            case ApplyResult.Applied ignored -> ExitStatus.OK;
            case ApplyResult.Blocked ignored -> ExitStatus.BLOCKED;
            case ApplyResult.NotReady ignored -> ExitStatus.BLOCKED;
            case ApplyResult.Stale ignored -> ExitStatus.FAILED;
            case ApplyResult.Guarded ignored -> ExitStatus.FAILED;
            case ApplyResult.Incomplete incomplete ->
                incomplete.cause() == ApplyResult.Cause.CANCELLED ? ExitStatus.CANCELLED : ExitStatus.FAILED;
        };
    }
}
