package dev.nanokit.stages.step;

import dev.nanokit.engine.value.Value;
import java.time.Duration;
import java.util.Map;

/** What steps answer: {@code next} says where the workflow goes. */
final class Answer {
    private Answer() {}

    static Value.Obj next(String where) {
        return Value.obj(Map.of("next", Value.text(where)));
    }

    /** The run has its result; what is held is to be given back. */
    static Value.Obj finish() {
        return next("finish");
    }

    /** To go on after whole seconds, one at least: workflows don't wait for less. */
    static Value.Obj after(Duration duration) {
        long seconds = Math.max(1, (duration.toMillis() + 999) / 1000);
        return next("wait").with("seconds", Value.num(seconds));
    }
}
