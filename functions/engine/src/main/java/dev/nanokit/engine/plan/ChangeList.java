package dev.nanokit.engine.plan;

import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Changes outside a plan, each in the form that {@link PlanJson} describes; {@code wave} is null. */
public final class ChangeList {
    private ChangeList() {}

    /** Writes a property. Holds no secret, not even sealed. */
    public static void write(String name, List<Change> changes, JsonGenerator out) {
        ChangeJson json = new ChangeJson(out);
        out.writeArrayPropertyStart(name);
        changes.forEach(json::writeApart);
        out.writeEndArray();
    }
}
