package dev.nanokit.github.flow;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.github.flow.CheckId.Origin;
import dev.nanokit.github.flow.memory.PullRequestNote;
import dev.nanokit.github.flow.memory.PullRequestNotes;
import dev.nanokit.github.flow.memory.RunNote;
import dev.nanokit.github.report.CheckState;
import dev.nanokit.stages.ApplyInput;
import dev.nanokit.stages.ApplyResult;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * Lets an apply wait for others as long as somebody wants it: a newer commit, the closing of its pull request, or the
 * App's removal ends the wait. What has begun to change things is not ended by any of them.
 */
final class Waits {
    private final FlowPorts ports;
    private final CheckReporter checks;
    private final Arrivals arrivals;
    private final PullRequestNotes pullRequests;

    Waits(FlowPorts ports, CheckReporter checks, Arrivals arrivals, PullRequestNotes pullRequests) {
        this.ports = ports;
        this.checks = checks;
        this.arrivals = arrivals;
        this.pullRequests = pullRequests;
    }

    /**
     * @param begun told the component's token under which changes begin, before the first of them
     * @throws InterruptedException when the process is to end; what was begun is gone on with after the next start
     */
    CheckState apply(Commit commit, Target target, ApplyInput asked, Consent consent, LongConsumer begun)
            throws InterruptedException {
        Thread thread = Thread.currentThread();
        ApplyInput input = asked;
        boolean settled = false;
        boolean begunBefore = consent.ownToken() != RunNote.NOT_BEGUN;
        while (true) {
            ApplyWatch watch = new ApplyWatch(state -> checks.show(commit, target, state, ""), begun, ports);
            ApplyResult result = watched(
                    input,
                    watch,
                    () -> thread.isInterrupted() || (!begunBefore && !watch.isWorking() && arrivals.overtakes(commit)));
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (!settled && result instanceof ApplyResult.Stale(Plan plan) && consent.covers(plan, watch.token())) {
                settled = true;
                input = approving(asked, plan);
                continue;
            }
            boolean waited = result instanceof ApplyResult.Blocked || result instanceof ApplyResult.NotReady;
            if (!waited || begunBefore || !arrivals.overtakes(commit)) {
                return new CheckState.Finished(
                        result,
                        asked.plan().environment().places(),
                        ports.clock().instant());
            }
            Optional<CheckState> ended = overtaken(commit);
            if (ended.isPresent()) {
                return ended.get();
            }
        }
    }

    /** How it ends because of what has arrived meanwhile, if it does. */
    Optional<CheckState> overtaken(Commit commit) {
        if (!arrivals.overtakes(commit)) {
            return Optional.empty();
        }
        Optional<String> said = arrivals.said(commit);
        Optional<CheckState> ended = ending(commit);
        if (ended.isEmpty()) {
            arrivals.now().isCurrent(commit, said);
        }
        return ended;
    }

    /** Where it goes on elsewhere, the check tells how far it has come. */
    private ApplyResult watched(ApplyInput input, ApplyWatch watch, BooleanSupplier cancelled) {
        try {
            return ports.workflows().apply(input, watch, cancelled);
        } catch (SuspendedException e) {
            watch.showNow();
            throw e;
        } finally {
            ports.waiting().ends();
        }
    }

    private static ApplyInput approving(ApplyInput input, Plan plan) {
        return new ApplyInput(
                input.plan(),
                Optional.of(plan.digest()),
                input.force(),
                input.holder(),
                input.lockWait(),
                input.lease());
    }

    /** A delivery may be late: so GitHub is asked whether the commit is history. */
    private Optional<CheckState> ending(Commit commit) {
        if (arrivals.isRemoved(commit)) {
            return Optional.of(new CheckState.Cancelled("the App was removed"));
        }
        return switch (commit.origin()) {
            case Origin.PullRequest(int number) -> pullRequest(commit, number);
            case Origin.Branch(String name) ->
                Optional.of(commit.repository().now().branchHead(name))
                        .filter(head -> !head.equals(commit.sha()))
                        .map(CheckState.Superseded::new);
            case Origin.Queue ignored -> Optional.empty();
        };
    }

    private Optional<CheckState> pullRequest(Commit commit, int number) {
        boolean closed = pullRequests
                .find(commit.ref(), number)
                .map(PullRequestNote::closed)
                .orElse(false);
        if (!closed && !commit.repository().now().readiness(number).open()) {
            return Optional.of(new CheckState.Cancelled("the pull request was closed"));
        }
        return Optional.of(commit.repository().now().pullRequest(number).headSha())
                .filter(head -> !head.equals(commit.sha()))
                .map(CheckState.Superseded::new);
    }
}
