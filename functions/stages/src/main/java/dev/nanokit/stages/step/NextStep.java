package dev.nanokit.stages.step;

import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.SpecDigest;
import dev.nanokit.engine.value.Value;
import dev.nanokit.stages.apply.Mishap;
import dev.nanokit.state.run.ChangeOutcome;
import dev.nanokit.state.run.ChangeOutcome.AtWork;
import dev.nanokit.state.run.ChangeOutcome.Failed;
import dev.nanokit.state.run.RunPlans;
import dev.nanokit.state.run.RunProgress;
import dev.nanokit.state.run.RunRequest;
import dev.nanokit.state.run.RunStop;
import dev.nanokit.state.run.RunTenure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says which changes to work on next. Takes and answers {@code work}. Answers {@code next}: {@code work} or
 * {@code wait} (with {@code seconds}) and the {@code numbers} of the changes; {@code continue} in another execution, of
 * the {@code name}, as {@code part}; {@code finish}. {@code report} where a batch has come to its end.
 */
final class NextStep implements Step {
    /** Of the 25,000 events that an execution may have; what is left over is for retries. */
    private static final long MOST_EVENTS = 18_000;

    private static final long EVENTS_OF_ROUND = 25;
    private static final long EVENTS_OF_CHANGE = 10;

    private final RunDesk desk;
    private final Pulse pulse;
    private final InstantSource clock;

    NextStep(RunDesk desk, Pulse pulse, InstantSource clock) {
        this.desk = desk;
        this.pulse = pulse;
        this.clock = clock;
    }

    @Override
    public Value.Obj perform(JsonFields input) {
        RunRequest request = desk.request(input);
        RunPlans.Head plan = desk.plan(request);
        WorkState before = WorkState.read(input.fields("work"));
        Optional<RunStop> stopped = stopped(request);
        Optional<Batch> batch = Batch.at(before.at(), plan.plan().waves());
        while (batch.isPresent()) {
            Round round = round(request, batch.get(), stopped);
            if (!round.numbers().isEmpty()) {
                return go(request, batch.get(), round, before)
                        .with("serial", Value.num(plan.plan().serial() + 1))
                        .with("report", Value.bool(batch.get().first() > before.at()));
            }
            if (round.failed() || stopped.isPresent()) {
                return Answer.finish();
            }
            batch = Batch.at(batch.get().end(), plan.plan().waves());
        }
        return Answer.finish();
    }

    /** Why nothing new is to be begun, as of now. */
    private Optional<RunStop> stopped(RunRequest request) {
        RunTenure tenure = desk.tenure(request);
        if (!pulse.beat(request, tenure)) {
            return Optional.of(RunStop.LOCK_LOST);
        }
        if (tenure.stopped().isEmpty() && desk.runs().cancelled(request.run())) {
            desk.runs().progress().stop(request, RunStop.CANCELLED);
            return Optional.of(RunStop.CANCELLED);
        }
        return tenure.stopped();
    }

    /** @param pause zero to begin at once */
    private record Round(List<Integer> numbers, Duration pause, boolean failed) {}

    private Round round(RunRequest request, Batch batch, Optional<RunStop> stopped) {
        RunProgress progress = desk.runs().progress();
        Map<Integer, ChangeOutcome> outcomes = progress.outcomesAround(request.run(), batch.first());
        boolean failed = batch.numbers().anyMatch(number -> outcomes.get(number) instanceof Failed);
        List<Integer> open = batch.numbers()
                .filter(number -> outcomes.get(number) instanceof AtWork
                        || (outcomes.get(number) == null && stopped.isEmpty() && !failed))
                .boxed()
                .toList();
        if (stopped.filter(RunStop.LOCK_LOST::equals).isPresent()) {
            open.forEach(number -> progress.became(request.run(), number, lost()));
            return new Round(List.of(), Duration.ZERO, true);
        }
        Instant soonest = open.stream()
                .map(number -> due(outcomes.get(number)))
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
        Duration wait = Duration.between(clock.instant(), soonest);
        Instant then = wait.isPositive() ? soonest.plusSeconds(1) : clock.instant();
        List<Integer> ready = open.stream()
                .filter(number -> !due(outcomes.get(number)).isAfter(then))
                .toList();
        return new Round(ready, wait.isPositive() ? wait : Duration.ZERO, failed);
    }

    private static Instant due(ChangeOutcome outcome) {
        return outcome instanceof AtWork at ? at.due() : Instant.EPOCH;
    }

    private static Failed lost() {
        Mishap mishap = Mishap.lockLost();
        return new Failed(mishap.message(), mishap.fix());
    }

    private static Value.Obj go(RunRequest request, Batch batch, Round round, WorkState before) {
        WorkState after = before.spending(
                        EVENTS_OF_ROUND + EVENTS_OF_CHANGE * round.numbers().size())
                .at(batch.first());
        if (after.spent() > MOST_EVENTS) {
            long part = before.part() + 1;
            return Answer.next("continue")
                    .with("part", Value.num(part))
                    .with("name", Value.text(continued(request.run(), part)));
        }
        Duration longest = request.terms().lease().dividedBy(3);
        Duration pause = round.pause().compareTo(longest) > 0 ? longest : round.pause();
        Value.Obj answer = pause.isZero() ? Answer.next("work") : Answer.after(pause);
        return answer.with(
                        "numbers",
                        Value.seq(round.numbers().stream().map(Value::num).toList()))
                .with("work", after.write());
    }

    /** The same for the same part of the same run, and no longer than an execution's name may be. */
    private static String continued(String run, long part) {
        String head = run.length() > 40 ? run.substring(0, 40) : run;
        String digest = SpecDigest.ofText(run + "@" + part).substring("sha256:".length());
        return head + "-" + digest.substring(0, 24);
    }
}
