package dev.nanokit.provider.docker.rollout;

import dev.nanokit.provider.docker.rollout.Situation.Seen;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides the next step from what is there, and from nothing else: so a run that was cut off anywhere is taken up by the
 * next one, and an attempt can be repeated. Pure.
 *
 * <p><em>Recreate</em>: the one in {@code MAIN} is stopped and set aside as {@code OLD}, the new one takes its place,
 * and when it has proved itself {@code OLD} goes.
 *
 * <p><em>Rolling</em>: the new one proves itself as {@code NEXT} first. Where a port of the host is published, which two
 * can't hold, the way goes on as above; else {@code NEXT} takes the names on the network, the old one goes, and
 * {@code NEXT} becomes {@code MAIN}.
 *
 * <p>When the new one fails, the old one is put back.
 */
record Rollout(boolean rolling, boolean publishesPort) {

    Step next(Situation situation) {
        return situation.in(Slot.MAIN).map(main -> withMain(situation, main)).orElseGet(() -> withoutMain(situation));
    }

    private static Step withoutMain(Situation situation) {
        return nextHasTakenOver(situation) ? new Step.Rename(Slot.NEXT, Slot.MAIN) : new Step.Create(Slot.MAIN);
    }

    /** It has its names on the network, so it has proved itself: even if another is wanted by now, it does the work. */
    private static boolean nextHasTakenOver(Situation situation) {
        return situation
                .in(Slot.NEXT)
                .filter(next -> next.settled() && next.running())
                .isPresent();
    }

    private Step withMain(Situation situation, Seen main) {
        if (main.wanted()) {
            return towardsProof(Slot.MAIN, main);
        }
        if (situation.has(Slot.OLD)) {
            // Another update was cut off. Of its two, the one that runs is the last that is known to work.
            return new Step.Remove(main.running() ? Slot.OLD : Slot.MAIN);
        }
        if (!main.running() && nextHasTakenOver(situation)) {
            return new Step.Remove(Slot.MAIN);
        }
        return rolling ? rollOver(situation) : setAside(main);
    }

    private static Step towardsProof(Slot slot, Seen seen) {
        if (slot == Slot.MAIN && !seen.settled()) {
            return new Step.Adjust(slot);
        }
        return seen.running() ? new Step.Prove(slot) : new Step.Start(slot);
    }

    private static Step setAside(Seen main) {
        return main.running() ? new Step.Stop(Slot.MAIN) : new Step.Rename(Slot.MAIN, Slot.OLD);
    }

    private static Step rollOver(Situation situation) {
        return situation
                .in(Slot.NEXT)
                .map(next -> next.wanted() ? towardsProof(Slot.NEXT, next) : new Step.Remove(Slot.NEXT))
                .orElseGet(() -> new Step.Create(Slot.NEXT));
    }

    /** What follows once the container in this slot has proved itself. */
    Step proven(Situation situation, Slot slot) {
        if (slot == Slot.MAIN) {
            return firstLeftover(situation);
        }
        Seen main = situation.in(Slot.MAIN).orElseThrow();
        if (publishesPort) {
            return setAside(main);
        }
        if (!situation.in(Slot.NEXT).orElseThrow().settled()) {
            return new Step.Adjust(Slot.NEXT);
        }
        return main.running() ? new Step.Stop(Slot.MAIN) : new Step.Remove(Slot.MAIN);
    }

    private static Step firstLeftover(Situation situation) {
        if (situation.has(Slot.OLD)) {
            return new Step.Remove(Slot.OLD);
        }
        return situation.has(Slot.NEXT) ? new Step.Remove(Slot.NEXT) : new Step.Finish();
    }

    /** How to go back when the container in this slot has failed: the old one runs again, the new one is gone. */
    static List<Step> failed(Situation situation, Slot slot) {
        List<Step> steps = new ArrayList<>();
        if (slot == Slot.MAIN && situation.has(Slot.OLD)) {
            steps.add(new Step.Remove(Slot.MAIN));
            steps.add(new Step.Rename(Slot.OLD, Slot.MAIN));
            steps.add(new Step.Start(Slot.MAIN));
        }
        if (slot == Slot.NEXT
                && situation.in(Slot.MAIN).filter(main -> !main.running()).isPresent()) {
            steps.add(new Step.Start(Slot.MAIN));
        }
        if (situation.has(Slot.NEXT)) {
            steps.add(new Step.Remove(Slot.NEXT));
        }
        return steps;
    }

    /** Whether, after {@link #failed}, the container from before is in its place again. */
    static boolean keepsOld(Situation situation, Slot slot) {
        return slot == Slot.NEXT || situation.has(Slot.OLD);
    }
}
