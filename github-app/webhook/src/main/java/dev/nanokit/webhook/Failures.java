package dev.nanokit.webhook;

/** Tells of an unexpected failure without its message, which may quote what somebody sent. */
public final class Failures {
    private Failures() {}

    /** What was thrown, and where: {@code IllegalStateException at dev.nanokit.webhook.WorkName.of:19}. */
    public static String place(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        String what = failure.getClass().getSimpleName();
        return trace.length == 0
                ? what
                : what + " at " + trace[0].getClassName() + "." + trace[0].getMethodName() + ":"
                        + trace[0].getLineNumber();
    }
}
