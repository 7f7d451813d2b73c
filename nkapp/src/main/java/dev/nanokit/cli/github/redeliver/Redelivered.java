package dev.nanokit.cli.github.redeliver;

import dev.nanokit.github.api.AppDeliveries.Attempt;
import java.util.List;

/**
 * What came of catching up.
 *
 * @param asked what GitHub will send again
 * @param refused what it won't, each with its reason
 */
record Redelivered(List<Attempt> asked, List<Refused> refused) {
    Redelivered {
        asked = List.copyOf(asked);
        refused = List.copyOf(refused);
    }

    record Refused(Attempt attempt, String why) {}
}
