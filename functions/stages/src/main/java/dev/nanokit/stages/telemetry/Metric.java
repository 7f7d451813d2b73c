package dev.nanokit.stages.telemetry;

/** What is counted or measured, under the names that the template's alarms and dashboard use. */
enum Metric {
    PLANS("Plans", "Count"),
    APPLIES("Applies", "Count"),
    FAILURES("Failures", "Count"),
    /** Steps that failed for a reason that may pass: throttled, or not reached. */
    THROTTLES("Throttles", "Count"),
    LOCK_WAIT("LockWait", "Seconds");

    private final String id;
    private final String unit;

    Metric(String id, String unit) {
        this.id = id;
        this.unit = unit;
    }

    String id() {
        return id;
    }

    String unit() {
        return unit;
    }
}
