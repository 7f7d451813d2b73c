package dev.nanokit.github.flow.memory;

import dev.nanokit.engine.value.Value;
import dev.nanokit.state.table.Fields;
import dev.nanokit.webhook.trigger.Trigger;
import dev.nanokit.webhook.trigger.TriggerJson;
import java.util.Map;

/**
 * How far a piece of work has come that is done step by step.
 *
 * @param failures how often GitHub could not be asked, one after the other
 */
public record WorkNote(Trigger trigger, Stage stage, int failures) {
    /** What is left to be done. */
    public enum Stage {
        ALL,
        /** Only what has become due by it. */
        REPLANS,
        NOTHING
    }

    public static WorkNote fresh(Trigger trigger) {
        return new WorkNote(trigger, Stage.ALL, 0);
    }

    public WorkNote in(Stage next) {
        return new WorkNote(trigger, next, 0);
    }

    public WorkNote failed() {
        return new WorkNote(trigger, stage, failures + 1);
    }

    Value.Obj body() {
        return Value.obj(Map.of(
                "trigger", Value.text(TriggerJson.write(trigger)),
                "stage", Value.text(stage.name()),
                "failures", Value.num(failures)));
    }

    static WorkNote of(Fields fields) {
        return new WorkNote(
                TriggerJson.read(fields.text("trigger")),
                Stage.valueOf(fields.text("stage")),
                Math.toIntExact(fields.number("failures")));
    }
}
