package dev.nanokit.state.run;

import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.source.ProblemJson;
import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Why a run could not be done. Neither message nor fix holds a secret.
 *
 * @param fix what the user can do; empty where the message says it
 * @param code the provider's own code; empty where there is none
 * @param retryable whether the same may go through later without anybody doing anything
 * @param requestId the provider's name for the call that failed
 * @param problems with their places, where the file is at fault
 */
public record RunFailure(
        Kind kind,
        String message,
        String fix,
        String code,
        boolean retryable,
        Optional<String> requestId,
        List<Problem> problems) {
    public RunFailure {
        problems = List.copyOf(problems);
    }

    /** What it is that failed. */
    public enum Kind {
        /** The file asks for what can't be: {@code problems} says what and where. */
        INVALID_CONFIG,
        PROVIDER,
        FOREIGN_COMPONENT,
        STALE_PLAN,
        /** The store of the state could not be used, or holds what can't be read. */
        STATE,
        LOCK_LOST,
        /** The run itself: its workflow failed, its request is gone, its input is of another version. */
        RUN,
        /** A defect. */
        UNEXPECTED
    }

    /** A failure about which there is no more to say. */
    public static RunFailure of(Kind kind, String message, String fix) {
        return new RunFailure(kind, message, fix, "", false, Optional.empty(), List.of());
    }

    Value.Obj write() {
        Map<String, Value> fields = new TreeMap<>();
        fields.put("kind", Value.text(JsonFields.word(kind)));
        fields.put("message", Value.text(message));
        fields.put("fix", Value.text(fix));
        fields.put("code", Value.text(code));
        fields.put("retryable", Value.bool(retryable));
        requestId.ifPresent(id -> fields.put("requestId", Value.text(id)));
        fields.put("problems", ProblemJson.writeAll(problems));
        return Value.obj(fields);
    }

    static RunFailure read(JsonFields fields) {
        return new RunFailure(
                fields.word("kind", Kind.class),
                fields.text("message"),
                fields.text("fix"),
                fields.text("code"),
                fields.bool("retryable"),
                fields.optionalText("requestId"),
                ProblemJson.readAll(fields.list("problems")));
    }
}
