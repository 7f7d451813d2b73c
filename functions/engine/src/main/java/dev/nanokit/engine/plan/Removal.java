package dev.nanokit.engine.plan;

import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Phase;
import dev.nanokit.engine.resource.RecordedResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides how a recorded resource that is not desired any more goes.
 *
 * @param why the reason, where nothing more particular is to be said
 */
record Removal(Ownership ownership, String why) {
    Change.Delete delete(RecordedResource recorded, Optional<Observed> observed) {
        List<String> reasons = new ArrayList<>();
        reasons.add(recorded.phase() == Phase.DELETING ? "its deletion was interrupted, and goes on" : why);
        Optional<Observed> ours = observed.filter(seen -> ownership.isOurs(seen, Optional.of(recorded)));
        if (observed.isEmpty()) {
            reasons.add("is gone already; only its record is removed");
        } else if (ours.isEmpty()) {
            reasons.add(ownership.belonging(observed.get().owner()) + "; only the record of it is removed");
        }
        return new Change.Delete(recorded, ours.map(seen -> concealed(seen, recorded)), reasons, List.of());
    }

    private static Observed concealed(Observed observed, RecordedResource recorded) {
        return observed.withSpec(Concealment.conceal(observed.spec(), recorded.spec(), recorded.spec()));
    }
}
