package dev.nanokit.github.flow;

import dev.nanokit.github.flow.memory.WorkNotes;
import dev.nanokit.github.flow.memory.WorkNotes.Waiting;
import dev.nanokit.webhook.trigger.Trigger;

/** Ends the waiting of applies that nobody asks for any more, as soon as a delivery tells so. */
final class Overtaking {
    private static final String ALL = "";

    private final WorkNotes works;
    private final StageRuns runs;

    Overtaking(WorkNotes works, StageRuns runs) {
        this.works = works;
        this.runs = runs;
    }

    void by(Trigger trigger) {
        Told.by(trigger).ifPresent(told -> cancel(told.ref().installationId(), told.lane(), told.head()));
        if (trigger instanceof Trigger.InstallationChanged installation && Told.isRemoval(installation)) {
            cancel(installation.installationId(), ALL, Told.CLOSED);
        }
    }

    private void cancel(long installation, String turn, String head) {
        for (Waiting waiting : works.waiting(installation, turn)) {
            if (!waiting.sha().equals(head)) {
                runs.cancel(waiting.run());
            }
        }
    }
}
