package dev.nanokit.provider.aws.reconcile;

import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.aws.Tags;
import java.time.Duration;
import java.util.Map;

/**
 * A thing that is there.
 *
 * @param spec the fields that can be read back, in the shape of the desired spec
 */
public record Found(String id, Map<String, String> tags, Status status, Value.Obj spec, Value.Obj outputs) {
    public Found {
        tags = Map.copyOf(tags);
    }

    /** What was just made or changed, and AWS does not show yet. */
    public static Found unseen(String id, Work work, Duration after) {
        Status busy = new Status.Busy("AWS does not show it yet", after);
        return new Found(id, work.tags(), busy, Value.Obj.EMPTY, Value.Obj.EMPTY);
    }

    /** The same thing, further or less far. */
    public Found with(Status other) {
        return new Found(id, tags, other, spec, outputs);
    }

    public Observed observed() {
        return new Observed(id, Tags.owner(tags), spec, outputs);
    }
}
