package dev.nanokit.github.flow;

import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.flow.journal.RememberedGitHub;
import dev.nanokit.github.flow.journal.WorkJournal;
import dev.nanokit.github.flow.memory.ArrivalNotes;
import dev.nanokit.github.flow.memory.Notes;
import dev.nanokit.github.flow.memory.WorkNote;
import dev.nanokit.github.flow.memory.WorkNote.Stage;
import dev.nanokit.github.flow.memory.WorkNotes;
import dev.nanokit.stages.Pause;
import dev.nanokit.webhook.trigger.RepositoryRef;
import dev.nanokit.webhook.trigger.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The GitHub App, step by step, in as many processes as there are at work: for where no process may live as long as an
 * apply takes. A step goes as far as it can; where the stages have to run first, it says which, and what has been done
 * and decided is remembered in the table. May be called again with the same step, whatever became of the one before.
 */
public final class AppSteps {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final long NO_INSTALLATION = 0;

    private final FlowPorts ports;
    private final StageRuns runs;
    private final Pause pause;
    private final Notes notes;
    private final WorkNotes works;
    private final Arrivals arrivals;
    private final Overtaking overtaking;

    /**
     * @param ports of which the workflows are not asked, but the runs
     * @param pause how a step waits for its turn
     */
    public AppSteps(FlowPorts ports, StageRuns runs, Pause pause) {
        this.ports = ports;
        this.runs = runs;
        this.pause = pause;
        this.notes = new Notes(ports.table(), ports.clock());
        this.works = new WorkNotes(notes);
        this.arrivals = new ArrivalsInTable(new ArrivalNotes(notes));
        this.overtaking = new Overtaking(works, runs);
    }

    /**
     * Begins a piece of work, or goes on with it.
     *
     * @param work its name
     * @param endedRuns the runs that it has waited for
     * @throws RuntimeException when it could not be done: call it again
     */
    public NextStep handle(String work, Trigger trigger, List<String> endedRuns) throws InterruptedException {
        endedRuns.forEach(run -> noteEnd(trigger, run));
        Optional<WorkNote> before = works.find(work);
        WorkNote note = before.orElseGet(() -> take(work, trigger));
        return goOn(work, note, before.isPresent());
    }

    /**
     * Shows how far the run has come that the work waits for. Nothing for work that nobody knows.
     *
     * @throws RuntimeException when it could not be shown
     */
    public void progress(String work) throws InterruptedException {
        Optional<WorkNote> note = works.find(work);
        if (note.isPresent()) {
            goOn(work, note.get(), true);
        }
    }

    private WorkNote take(String work, Trigger trigger) {
        arrivals.note(trigger);
        overtaking.by(trigger);
        return works.keep(work, WorkNote.fresh(trigger));
    }

    private void noteEnd(Trigger trigger, String run) {
        runs.ended(run);
        works.waitsNoMore(installation(trigger), LaneNames.of(trigger), run);
    }

    private NextStep goOn(String work, WorkNote note, boolean again) throws InterruptedException {
        Trigger trigger = note.trigger();
        GitHubApp app = app(work, trigger, again);
        WorkNote now = note;
        try {
            if (now.stage() == Stage.ALL) {
                app.act(trigger);
                now = works.keep(work, now.in(Stage.REPLANS));
            }
            if (now.stage() == Stage.REPLANS) {
                app.replan(trigger);
                now = works.keep(work, now.in(Stage.NOTHING));
            }
            return new NextStep.Done();
        } catch (SuspendedException e) {
            return NextStep.after(e);
        } catch (GitHubException e) {
            return afterRefusal(app, work, now, e);
        }
    }

    private NextStep afterRefusal(GitHubApp app, String work, WorkNote note, GitHubException e) {
        if (!e.retryable()) {
            app.log(note.trigger(), e);
            works.keep(work, note.in(Stage.NOTHING));
            return new NextStep.Done();
        }
        WorkNote failed = works.keep(work, note.failed());
        return new NextStep.Pause(e.retryAfter().orElseGet(() -> backoff(failed.failures())));
    }

    private static Duration backoff(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private GitHubApp app(String work, Trigger trigger, boolean again) {
        FlowPorts seen = ports.asSeenBy(
                work,
                new RememberedGitHub(ports.github(), new WorkJournal(ports.table(), ports.clock(), work)),
                new StagesElsewhere(
                        runs,
                        work,
                        (run, sha) -> works.waits(
                                installation(trigger), LaneNames.of(trigger), new WorkNotes.Waiting(run, sha))));
        Turns turns = new TurnsInTable(ports.locks(), work, ports.settings().lease(), pause, ports.clock());
        return new GitHubApp(seen, again ? new ArrivalsOfWork(arrivals) : arrivals, turns);
    }

    private static long installation(Trigger trigger) {
        return GitHubApp.repository(trigger).map(RepositoryRef::installationId).orElse(NO_INSTALLATION);
    }
}
