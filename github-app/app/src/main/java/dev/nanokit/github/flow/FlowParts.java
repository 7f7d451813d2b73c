package dev.nanokit.github.flow;

import dev.nanokit.github.flow.memory.CheckNotes;
import dev.nanokit.github.flow.memory.ErrandNotes;
import dev.nanokit.github.flow.memory.Notes;
import dev.nanokit.github.flow.memory.PullRequestNotes;
import dev.nanokit.github.flow.memory.ReplanNotes;
import dev.nanokit.github.flow.memory.RunNotes;

/** Puts the parts of the flow together. */
final class FlowParts {
    final PullRequestChanges changes;
    final Errands errands;
    final CheckRequests requests;
    final CheckButtons buttons;
    final BranchCommits branches;
    final Replans replans;
    final RunNotes runs;

    FlowParts(FlowPorts ports, Arrivals arrivals, Turns turns) {
        FlowSettings settings = ports.settings();
        Notes notes = new Notes(ports.table(), ports.clock());
        this.runs = new RunNotes(notes);
        CheckNotes checkNotes = new CheckNotes(notes);
        PullRequestNotes pullRequests = new PullRequestNotes(notes);
        ReplanNotes replanNotes = new ReplanNotes(notes);
        Failures failures = new Failures(ports.log());
        Inputs inputs = new Inputs(settings);
        CheckReporter checks = new CheckReporter(checkNotes, settings);
        PlanRound round = new PlanRound(new Planning(ports.workflows(), inputs, failures), checks, arrivals, settings);
        ApplyRun apply = new ApplyRun(
                ports,
                inputs,
                checks,
                new DeploymentReporter(runs, ports.log()),
                runs,
                new Outdating(ports, pullRequests, checkNotes, replanNotes),
                new Waits(ports, checks, arrivals, pullRequests),
                failures);
        PullRequestPlans plans = new PullRequestPlans(
                ports, pullRequests, checkNotes, checks, round, new PlanComment(settings), arrivals);
        CommandRunner runner = new CommandRunner(
                settings,
                new PlanCommand(pullRequests, plans),
                new ApplyCommand(checks, runs, round, apply),
                new EnvironmentCommands(ports),
                failures);
        this.changes = new PullRequestChanges(ports, pullRequests, plans, arrivals);
        this.errands = new Errands(ports, new ErrandNotes(notes), pullRequests, runner, arrivals);
        this.branches = new BranchCommits(ports, round, apply);
        this.requests = new CheckRequests(ports, checkNotes, pullRequests, plans, branches);
        this.buttons = new CheckButtons(errands, new BranchButtons(ports, checks, round, apply));
        this.replans = new Replans(ports, turns, replanNotes, pullRequests, plans, checks);
    }
}
