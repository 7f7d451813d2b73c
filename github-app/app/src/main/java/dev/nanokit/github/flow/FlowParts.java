package dev.nanokit.github.flow;

import dev.nanokit.github.flow.memory.BranchNotes;
import dev.nanokit.github.flow.memory.CheckNotes;
import dev.nanokit.github.flow.memory.ErrandNotes;
import dev.nanokit.github.flow.memory.Notes;
import dev.nanokit.github.flow.memory.PlannedNotes;
import dev.nanokit.github.flow.memory.PullRequestNotes;
import dev.nanokit.github.flow.memory.ReplanNotes;
import dev.nanokit.github.flow.memory.RunNotes;
import dev.nanokit.github.flow.memory.ShownNotes;

/** Puts the parts of the flow together. */
final class FlowParts {
    final PullRequestChanges changes;
    final Errands errands;
    final CheckRequests requests;
    final CheckButtons buttons;
    final BranchCommits branches;
    final Replans replans;
    final RunNotes runs;
    final Installations installations;

    FlowParts(FlowPorts ports, Arrivals arrivals, Turns turns) {
        FlowSettings settings = ports.settings();
        Notes notes = new Notes(ports.table(), ports.clock());
        this.runs = new RunNotes(notes);
        CheckNotes checkNotes = new CheckNotes(notes);
        PullRequestNotes pullRequests = new PullRequestNotes(notes);
        ReplanNotes replanNotes = new ReplanNotes(notes);
        DeadRuns dead = new DeadRuns(ports, runs, turns);
        Failures failures = new Failures(ports.log());
        Inputs inputs = new Inputs(settings);
        StandingChecks standing = new StandingChecks(new ShownNotes(notes), settings);
        PlanComment comment = new PlanComment(standing, ports);
        PlannedNotes planned = new PlannedNotes(notes);
        CheckReporter checks = new CheckReporter(checkNotes, planned, standing, settings);
        Outdating outdating = new Outdating(ports.store(), planned, pullRequests, replanNotes);
        PlanRound round = new PlanRound(new Planning(ports.workflows(), inputs, failures), checks, arrivals, settings);
        ApplyRun apply = new ApplyRun(
                ports,
                inputs,
                checks,
                comment,
                new DeploymentReporter(runs, ports.log()),
                runs,
                dead,
                outdating,
                new Waits(ports, checks, arrivals, pullRequests),
                failures);
        PullRequestPlans plans =
                new PullRequestPlans(ports, pullRequests, checkNotes, checks, round, comment, arrivals);
        BranchSurvey survey = new BranchSurvey(new BranchNotes(notes));
        CommandRunner runner = new CommandRunner(
                settings,
                new PlanCommand(pullRequests, plans),
                new ApplyCommand(survey, checks, runs, round, apply),
                new EnvironmentCommands(ports),
                failures);
        this.changes = new PullRequestChanges(ports, pullRequests, dead, plans, arrivals);
        this.errands = new Errands(ports, new ErrandNotes(notes), pullRequests, runner, arrivals);
        this.branches = new BranchCommits(ports, survey, round, apply);
        this.requests = new CheckRequests(ports, checkNotes, pullRequests, plans, branches);
        this.buttons = new CheckButtons(errands, new BranchButtons(ports, branches, checks, standing, apply));
        this.replans = new Replans(ports, turns, replanNotes, pullRequests, plans, checks, comment);
        this.installations = new Installations(ports, turns, pullRequests, plans);
    }
}
