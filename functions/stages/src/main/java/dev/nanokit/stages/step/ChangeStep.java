package dev.nanokit.stages.step;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Connection;
import dev.nanokit.provider.Progress;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.stages.apply.ChangeWork;
import dev.nanokit.stages.apply.Mishap;
import dev.nanokit.stages.apply.Retries;
import dev.nanokit.stages.run.RunFailedException;
import dev.nanokit.state.run.ChangeOutcome;
import dev.nanokit.state.run.ChangeOutcome.AtWork;
import dev.nanokit.state.run.ChangeOutcome.Done;
import dev.nanokit.state.run.PlannedChange;
import dev.nanokit.state.run.RunRequest;
import dev.nanokit.state.run.RunStop;
import dev.nanokit.state.run.RunTenure;
import dev.nanokit.state.store.StateStore;
import dev.nanokit.state.table.TableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * One call about one change: begins it, asks for it again, or looks how it is getting on; and writes down what came of
 * it. Takes {@code n}, the change's number, and {@code serial}. Answers nothing: what came of it is in the store.
 */
final class ChangeStep implements Step {
    private final RunDesk desk;
    private final StateStore store;
    private final Planning planning;
    private final Pulse pulse;
    private final InstantSource clock;

    ChangeStep(RunDesk desk, StateStore store, Planning planning, Pulse pulse, InstantSource clock) {
        this.desk = desk;
        this.store = store;
        this.planning = planning;
        this.pulse = pulse;
        this.clock = clock;
    }

    @Override
    public Value.Obj perform(JsonFields input) {
        RunRequest request = desk.request(input);
        int number = Math.toIntExact(input.number("n"));
        RunTenure tenure = desk.tenure(request);
        Optional<ChangeOutcome> before = desk.runs().progress().outcome(request.run(), number);
        boolean open =
                before.map(AtWork.class::isInstance).orElse(tenure.stopped().isEmpty());
        if (open) {
            Task task = new Task(request, tenure, number, input.number("serial"));
            work(task, before.map(AtWork.class::cast));
        }
        return Value.Obj.EMPTY;
    }

    /** What this call is about. */
    private record Task(RunRequest request, RunTenure tenure, int number, long serial) {}

    private void work(Task task, Optional<AtWork> before) {
        AtWork now = before.orElseGet(() -> new AtWork(Optional.empty(), 0, clock.instant(), clock.instant()));
        try {
            if (pulse.beat(task.request(), task.tenure())) {
                became(task, pulse.whileWorking(task.tenure(), () -> call(task, now, before.isEmpty())));
            } else {
                failed(task, Mishap.lockLost());
            }
        } catch (ProviderException e) {
            if (Retries.allow(e, now.tries() + 1)) {
                Instant due = clock.instant().plus(Retries.pause(now.tries() + 1));
                became(task, new AtWork(now.cursor(), now.tries() + 1, due, now.begunAt()));
            } else {
                failed(task, Mishap.of(e));
            }
        } catch (TableException e) {
            if (e.retryable()) {
                throw e;
            }
            failed(task, Mishap.of(e));
        } catch (RuntimeException e) {
            failed(task, Mishap.of(e));
        }
    }

    private void failed(Task task, Mishap mishap) {
        became(task, new ChangeOutcome.Failed(mishap.message(), mishap.fix()));
        RunStop why = switch (mishap.cause()) {
            case FAILED -> RunStop.FAILED;
            case CANCELLED -> RunStop.CANCELLED;
            case LOCK_LOST -> RunStop.LOCK_LOST;
        };
        desk.runs().progress().stop(task.request(), why);
    }

    private void became(Task task, ChangeOutcome outcome) {
        desk.runs().progress().became(task.request().run(), task.number(), outcome);
    }

    private ChangeOutcome call(Task task, AtWork now, boolean first) {
        PlannedChange planned = desk.runs()
                .plans()
                .change(task.request().run(), task.number())
                .orElseThrow(() -> new RunFailedException(
                        "the plan of the run " + task.request().run() + " has no change " + task.number(),
                        "run it again: it is planned anew"));
        try (Planning.Workplace place = planning.open(task.request())) {
            ChangeWork work = work(task, place);
            StepOutputs outputs = new StepOutputs(store, task.request(), task.serial(), planned, place.connection());
            Change change = planning.revealed(planned.change(), place.input());
            ChangeWork.Prepared prepared = work.prepare(change, outputs::find);
            if (first && isDone(work, prepared, task)) {
                return done(now);
            }
            if (first) {
                work.begin(prepared);
            }
            Progress progress = call(place.connection(), prepared, now.cursor());
            return after(work, prepared, progress, now);
        }
    }

    private ChangeWork work(Task task, Planning.Workplace place) {
        return new ChangeWork(
                store,
                task.tenure().grant(),
                task.serial(),
                place.input().environment().owner(),
                store.sealingKey(task.request().environment()),
                (resource, line) -> {});
    }

    /** An earlier call did it, and could not say so any more. */
    private boolean isDone(ChangeWork work, ChangeWork.Prepared prepared, Task task) {
        return work.isDone(
                prepared,
                store.resource(
                        task.request().environment(),
                        task.request().component(),
                        prepared.change().key()));
    }

    private static Progress call(Connection connection, ChangeWork.Prepared prepared, Optional<String> cursor) {
        return cursor.map(at -> connection.poll(prepared.change(), prepared.inputs(), at))
                .orElseGet(() -> connection.apply(prepared.change(), prepared.inputs()));
    }

    private ChangeOutcome after(ChangeWork work, ChangeWork.Prepared prepared, Progress progress, AtWork now) {
        return switch (progress) {
            case Progress.Done done -> {
                work.end(prepared, done);
                yield done(now);
            }
            case Progress.Pending(String cursor, Duration after) ->
                new AtWork(Optional.of(cursor), 0, clock.instant().plus(after), now.begunAt());
        };
    }

    private Done done(AtWork now) {
        return new Done(Duration.between(now.begunAt(), clock.instant()));
    }
}
