package dev.nanokit.stages.step;

import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;

/** One step of a workflow. */
@FunctionalInterface
interface Step {
    /**
     * @param input what the workflow hands over
     * @return what the workflow is to go by
     */
    Value.Obj perform(JsonFields input);
}
