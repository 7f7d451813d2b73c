package dev.nanokit.github.flow;

import dev.nanokit.engine.config.NanokitConfig;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.github.flow.memory.Approval;
import dev.nanokit.github.flow.memory.RunNote;
import dev.nanokit.github.flow.memory.RunNotes;
import dev.nanokit.github.flow.memory.Watchlist;
import dev.nanokit.github.report.ApplyProgress;
import dev.nanokit.github.report.CheckState;
import dev.nanokit.github.report.PostedCheck;
import dev.nanokit.stages.ApplyInput;
import dev.nanokit.stages.ApplyResult;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.run.Runs;
import java.time.Instant;
import java.util.Optional;

/**
 * Applies a target, and tells how it went: on the check, as a deployment, and to the other pull requests. Handled again,
 * it goes on where it was cut short; what was applied is not applied a second time.
 */
final class ApplyRun {
    private final FlowPorts ports;
    private final Inputs inputs;
    private final CheckReporter checks;
    private final PlanComment comment;
    private final DeploymentReporter deployments;
    private final RunNotes runs;
    private final DeadRuns dead;
    private final Outdating outdating;
    private final Waits waits;
    private final Failures failures;
    private final Watchlist watchlist;

    ApplyRun(
            FlowPorts ports,
            Inputs inputs,
            CheckReporter checks,
            PlanComment comment,
            DeploymentReporter deployments,
            RunNotes runs,
            DeadRuns dead,
            Outdating outdating,
            Waits waits,
            Failures failures) {
        this.ports = ports;
        this.inputs = inputs;
        this.checks = checks;
        this.comment = comment;
        this.deployments = deployments;
        this.runs = runs;
        this.dead = dead;
        this.outdating = outdating;
        this.waits = waits;
        this.failures = failures;
        this.watchlist = new Watchlist(ports.table(), ports.clock());
    }

    /** @return the check that tells how it ended */
    PostedCheck run(Commit commit, Target target, NanokitConfig config, Order order) throws InterruptedException {
        EnvironmentId id = Inputs.id(commit, config, target.environment());
        String run = order.runId(target);
        Optional<RunNote> known = runs.find(commit.of(), run);
        Optional<RunNote> before = known.filter(it -> isAbout(it, commit));
        if (before.filter(RunNote::isTold).isPresent()) {
            return checks.posted(
                    commit, target, before.get().outcome().orElseThrow().check());
        }
        RunNote note = before.orElseGet(() -> runs.keep(
                commit.of(),
                run,
                RunNote.begun(commit.sha(), commit.check(target).external(), id, serial(id, target))));
        if (note.outcome().isEmpty()) {
            if (known.isPresent()) {
                dead.clear(commit, order.link(), "goes on with the " + order.what());
            }
            RunNote.Outcome outcome = carryOut(commit, target, config, order, note, before.isPresent());
            note = runs.keep(
                    commit.of(), run, runs.find(commit.of(), run).orElse(note).ended(outcome));
        }
        return tell(commit, target, order, note);
    }

    /** A comment means the head as it is: the rest of an older commit's apply is no consent to a newer one. */
    private static boolean isAbout(RunNote note, Commit commit) {
        return note.outcome().isPresent() || note.sha().equals(commit.sha());
    }

    private RunNote.Outcome carryOut(
            Commit commit, Target target, NanokitConfig config, Order order, RunNote note, boolean again)
            throws InterruptedException {
        boolean mayHaveBegun = note.isChanging() || (again && !dead.areKnown());
        Optional<CheckState> overtaken = mayHaveBegun ? Optional.empty() : waits.overtaken(commit);
        return overtaken.isPresent()
                ? outcome(commit, target, overtaken.get())
                : apply(commit, target, config, order, begin(commit, target, order, note, again));
    }

    private RunNote begin(Commit commit, Target target, Order order, RunNote note, boolean again) {
        Optional<String> shown = again ? checks.url(commit, target) : Optional.empty();
        String url =
                shown.or(() -> checks.show(commit, target, begun(), "").url()).orElse("");
        return deployments.begin(commit, target, order, note, again, url);
    }

    private CheckState begun() {
        return new CheckState.Applying(ApplyProgress.BEGUN, now());
    }

    private RunNote.Outcome apply(Commit commit, Target target, NanokitConfig config, Order order, RunNote note)
            throws InterruptedException {
        Consent consent = Consent.of(order, note);
        CheckState state;
        try {
            Inputs.Wanted wanted = inputs.wanted(commit, config, target.environment());
            try (SourceTree tree = SourceTree.of(commit, target, wanted.environment())) {
                Holder holder = new Holder(order.who(), order.what(), order.link(), now());
                ApplyInput input = new ApplyInput(
                        inputs.input(commit, wanted, order.destroy(), tree.base()),
                        consent.digest(),
                        order.force(),
                        holder,
                        ports.settings().lockWait(),
                        ports.settings().lease());
                state = waits.apply(
                        commit,
                        target,
                        input,
                        consent,
                        token -> runs.keep(commit.of(), order.runId(target), note.changing(token)));
            }
        } catch (InvalidConfigException e) {
            state = new CheckState.Invalid(e.problems());
        } catch (RuntimeException e) {
            state = failures.state(e);
        }
        return outcome(commit, target, worded(order, target, state));
    }

    /** What an apply's check says about the loss of data would lead to the wrong command. */
    private static CheckState worded(Order order, Target target, CheckState state) {
        return order.destroy() && state instanceof CheckState.Finished(ApplyResult.Guarded guarded, var places, var now)
                ? new CheckState.Refused("Some of what would be deleted holds data: "
                        + guarded.guards().size()
                        + " of " + guarded.plan().changes().count() + ". If that is meant, comment `"
                        + target.destroyCommand() + " --force`.")
                : state;
    }

    /** Of an apply that stopped on the way, the rest is agreed to: it has raised the serial by one. */
    private RunNote.Outcome outcome(Commit commit, Target target, CheckState state) {
        CheckReporter.shownPlan(state).ifPresent(plan -> keep(commit, plan));
        boolean succeeded = state instanceof CheckState.Finished(ApplyResult.Applied ignored, var places, var now);
        Optional<Approval> approval = state
                        instanceof CheckState.Finished(ApplyResult.Incomplete stopped, var places, var now)
                ? Optional.of(new Approval(Optional.empty(), stopped.plan().serial() + 1))
                : CheckReporter.approval(state);
        return new RunNote.Outcome(checks.render(commit, target, state), succeeded, approval);
    }

    /** The plan that was made under the lock, for whoever wants to read it whole. */
    private void keep(Commit commit, Plan plan) {
        if (ports.settings().planLinks().isPresent()) {
            EnvironmentId id = new EnvironmentId(commit.tenant(), plan.project(), plan.environment());
            ports.store().savePlan(id, plan, Runs.KEEP);
        }
    }

    private PostedCheck tell(Commit commit, Target target, Order order, RunNote note) {
        RunNote.Outcome outcome = note.outcome().orElseThrow();
        PostedCheck posted = checks.show(commit, target, outcome.check(), outcome.approval(), "");
        deployments.end(commit, order, note, outcome.succeeded(), posted.url().orElse(""));
        EnvironmentId id = note.environment();
        boolean changed = serial(id, target) != note.serial();
        if (outcome.succeeded() || changed) {
            watchlist.applied(commit.ref(), id, target.component());
        }
        if (changed) {
            outdating.after(commit, target, id, order);
            outdating.isCurrent(commit, target);
        }
        comment.update(commit);
        runs.told(commit.of(), order.runId(target), note);
        return posted;
    }

    private long serial(EnvironmentId id, Target target) {
        return ports.store().component(id, target.component()).serial();
    }

    private Instant now() {
        return ports.clock().instant();
    }
}
