package dev.nanokit.github.flow;

import dev.nanokit.github.flow.memory.WorkNotes;
import dev.nanokit.github.flow.memory.WorkNotes.Waiting;
import dev.nanokit.webhook.trigger.RepositoryRef;
import dev.nanokit.webhook.trigger.Trigger;
import java.util.List;

/** Ends the waiting of applies that nobody asks for any more, as soon as a delivery tells so. */
final class Overtaking {
    private final WorkNotes works;
    private final StageRuns runs;

    Overtaking(WorkNotes works, StageRuns runs) {
        this.works = works;
        this.runs = runs;
    }

    void by(Trigger trigger) {
        Told.by(trigger)
                .ifPresent(told -> cancel(works.waiting(told.ref().installationId(), told.lane()), told.head()));
        if (trigger instanceof Trigger.InstallationChanged installation) {
            cancel(removed(installation), Told.CLOSED);
        }
    }

    private List<Waiting> removed(Trigger.InstallationChanged installation) {
        long id = installation.installationId();
        return switch (Told.ofRepositories(installation)) {
            case ALL_REMOVED -> works.waiting(id);
            case THESE_REMOVED ->
                installation.repositories().stream()
                        .map(name -> new RepositoryRef(id, installation.accountId(), name, ""))
                        .flatMap(ref -> works.waiting(ref).stream())
                        .toList();
            case GIVEN -> List.of();
        };
    }

    private void cancel(List<Waiting> all, String head) {
        for (Waiting waiting : all) {
            if (!waiting.sha().equals(head)) {
                runs.cancel(waiting.run());
            }
        }
    }
}
