package dev.nanokit.provider.docker.rollout;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A host that holds one container's slots, and does what the steps say at once. */
final class ModelHost {
    private static final int STEPS_AT_MOST = 60;

    private final Map<Slot, Box> boxes = new EnumMap<>(Slot.class);

    /**
     * A container.
     *
     * @param version of the spec that it was made from
     * @param settled whether it has its names on the network
     */
    record Box(int version, boolean settled, boolean running) {
        Box settledNow() {
            return new Box(version, true, running);
        }

        Box running(boolean now) {
            return new Box(version, settled, now);
        }
    }

    /** How a run ended. */
    enum End {
        DONE,
        GAVE_UP,
        CUT_OFF
    }

    /**
     * Brings up a version.
     *
     * @param broken versions that never become healthy
     * @param cutOffAfter so many steps, as a crash does
     * @param watcher is told after each step
     */
    End run(Rollout rollout, int version, Set<Integer> broken, int cutOffAfter, Runnable watcher) {
        int steps = 0;
        while (steps < STEPS_AT_MOST) {
            Situation situation = situation(version);
            Step step = rollout.next(situation);
            if (step instanceof Step.Prove(Slot slot)) {
                if (broken.contains(boxes.get(slot).version())) {
                    return undo(Rollout.failed(situation, slot), cutOffAfter - steps, version, watcher);
                }
                step = rollout.proven(situation, slot);
            }
            if (step instanceof Step.Finish) {
                return End.DONE;
            }
            if (steps++ == cutOffAfter) {
                return End.CUT_OFF;
            }
            take(step, version);
            watcher.run();
        }
        throw new AssertionError("no end in sight: " + boxes);
    }

    private End undo(List<Step> steps, int left, int version, Runnable watcher) {
        for (int i = 0; i < steps.size(); i++) {
            if (i == left) {
                return End.CUT_OFF;
            }
            take(steps.get(i), version);
            watcher.run();
        }
        return End.GAVE_UP;
    }

    private void take(Step step, int version) {
        switch (step) {
            case Step.Create(Slot slot) -> {
                if (boxes.put(slot, new Box(version, slot == Slot.MAIN, false)) != null) {
                    throw new AssertionError("the name of " + slot + " is taken: " + boxes);
                }
            }
            case Step.Adjust(Slot slot) -> boxes.compute(slot, (key, box) -> box.settledNow());
            case Step.Start(Slot slot) -> boxes.compute(slot, (key, box) -> box.running(true));
            case Step.Stop(Slot slot) -> boxes.compute(slot, (key, box) -> box.running(false));
            case Step.Remove(Slot slot) -> boxes.remove(slot);
            case Step.Rename(Slot from, Slot to) -> {
                if (boxes.put(to, boxes.remove(from)) != null) {
                    throw new AssertionError("the name of " + to + " is taken: " + boxes);
                }
            }
            case Step.Prove ignored -> throw new AssertionError("proof is no call");
            case Step.Finish ignored -> throw new AssertionError("the end is no call");
        }
    }

    private Situation situation(int wanted) {
        Map<Slot, Situation.Seen> seen = new EnumMap<>(Slot.class);
        boxes.forEach((slot, box) ->
                seen.put(slot, new Situation.Seen(box.version() == wanted, box.settled(), box.running())));
        return new Situation(seen);
    }

    Optional<Box> in(Slot slot) {
        return Optional.ofNullable(boxes.get(slot));
    }

    Map<Slot, Box> boxes() {
        return Map.copyOf(boxes);
    }

    /** Whether a request to the service would be answered now. */
    boolean answers(Set<Integer> broken) {
        return boxes.values().stream()
                .anyMatch(box -> box.running() && box.settled() && !broken.contains(box.version()));
    }
}
