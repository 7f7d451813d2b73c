package dev.nanokit.github.drift;

import dev.nanokit.engine.value.SpecDigest;
import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.api.Issues;
import dev.nanokit.github.flow.FlowPorts;
import dev.nanokit.github.flow.NextStep;
import dev.nanokit.github.flow.StageRuns;
import dev.nanokit.github.flow.SuspendedException;
import dev.nanokit.github.flow.memory.RoundNotes;
import dev.nanokit.github.flow.memory.Watched;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A round, step by step, each in a process of its own: for where none may live as long as a plan takes. A step goes on with
 * the one component that is being looked at, or begins with the next. May be called again with the same, whatever became of
 * the call before.
 */
public final class DriftSteps {
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration WHILE_GITHUB_IS_DOWN = Duration.ofMinutes(5);

    private static final int DIGEST = "sha256:".length();
    private static final int DIGITS = 24;

    private final FlowPorts ports;
    private final Issues.Tracker issues;
    private final StageRuns runs;
    private final RoundNotes notes;

    /** @param ports those workflows are not asked, but the runs */
    public DriftSteps(FlowPorts ports, Issues.Tracker issues, StageRuns runs) {
        this.ports = ports;
        this.issues = issues;
        this.runs = runs;
        this.notes = new RoundNotes(ports.table(), ports.clock());
    }

    /**
     * Takes one step.
     *
     * @param round its name, the same for all of its steps
     * @param every what nobody has looked at for so long is due
     * @param endedRuns the runs that it has waited for
     * @return {@link NextStep.Done} when nothing is due any more
     * @throws RuntimeException when it could not be done: call it again
     */
    public NextStep step(String round, Duration every, List<String> endedRuns) {
        endedRuns.forEach(runs::ended);
        Optional<Watched> watched = notes.current(round).or(() -> begin(round, every));
        if (watched.isEmpty()) {
            return new NextStep.Done();
        }
        try {
            new DriftRound(ports.withStagesElsewhere(runs, work(watched.get())), issues).look(watched.get());
            notes.done(round);
            return new NextStep.Pause(AT_ONCE);
        } catch (SuspendedException e) {
            return NextStep.after(e);
        } catch (GitHubException e) {
            notes.done(round);
            return new NextStep.Pause(e.retryAfter().orElse(WHILE_GITHUB_IS_DOWN));
        }
    }

    private Optional<Watched> begin(String round, Duration every) {
        DriftRound drift = new DriftRound(ports, issues);
        return drift.due(every).stream()
                .flatMap(due -> drift.begin(due).stream())
                .findFirst()
                .map(mine -> notes.begin(round, mine));
    }

    /** Another look at the same component is another piece of work. It names executions, so it is short. */
    private static String work(Watched watched) {
        String look = String.join(
                " ",
                watched.environment().partition(),
                watched.component(),
                String.valueOf(watched.begun().toEpochMilli()));
        return "drift-" + SpecDigest.ofText(look).substring(DIGEST, DIGEST + DIGITS);
    }
}
