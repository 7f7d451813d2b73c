package dev.nanokit.stages.step;

import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import java.util.Map;

/**
 * What a workflow takes along from batch to batch.
 *
 * @param at the first change of the batch at hand
 * @param spent how many events of the execution's history have been used, about
 * @param part how many executions of the run came before this one
 */
record WorkState(int at, long spent, long part) {
    static final WorkState FIRST = new WorkState(0, 0, 0);

    static WorkState read(JsonFields fields) {
        return new WorkState(Math.toIntExact(fields.number("at")), fields.number("spent"), fields.number("part"));
    }

    WorkState at(int first) {
        return new WorkState(first, spent, part);
    }

    WorkState spending(long events) {
        return new WorkState(at, spent + events, part);
    }

    Value.Obj write() {
        return Value.obj(Map.of("at", Value.num(at), "spent", Value.num(spent), "part", Value.num(part)));
    }
}
