package dev.nanokit.stages.step;

import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;

/**
 * What a workflow caught.
 *
 * @param error its name: an exception's class, or one of Lambda's or Step Functions' own
 * @param cause what was said about it; JSON with {@code errorMessage} where a function said it
 */
record StepError(String error, String cause) {
    static final String FIX = "run it again: what was begun is looked up first";

    static StepError read(JsonFields input) {
        return input.object().get("error") instanceof Value.Obj object
                ? new StepError(text(object, "Error", "an unknown error"), text(object, "Cause", ""))
                : new StepError("an unknown error", "");
    }

    /** Whether one of our own steps has failed, and has noted why. */
    boolean isOurs() {
        return error.equals(RetryableStepException.class.getName())
                || error.equals(FailedStepException.class.getName());
    }

    String message() {
        String said = said();
        return isOurs() && !said.isEmpty()
                ? said
                : "the function that was to do it gave no answer (" + error + (said.isEmpty() ? "" : ": " + said) + ")";
    }

    private String said() {
        try {
            return JsonFields.parse(cause).text("errorMessage");
        } catch (IllegalArgumentException e) {
            return cause;
        }
    }

    private static String text(Value.Obj object, String field, String otherwise) {
        return object.get(field) instanceof Value.Text(String text) ? text : otherwise;
    }
}
