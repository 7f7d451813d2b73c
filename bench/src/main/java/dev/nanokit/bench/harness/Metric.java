package dev.nanokit.bench.harness;

/** What is measured of a turn. Less is better in each but {@link #PER_SECOND}. */
public enum Metric {
    WALL("wall time", "ms"),
    /** Of all threads together; what a busy machine distorts least. */
    CPU("processor time", "ms"),
    /** From the start of the process until the function asks for work, or on SnapStart until its snapshot is taken. */
    INIT("init", "ms"),
    /** From a restore, where there is one, else from the event, to the answer. */
    FIRST("first request", "ms"),
    COLD("what the first delivery waits for", "ms"),
    SECOND("second request", "ms"),
    ARTIFACT("artifact", "MiB"),
    UP("up", "ms"),
    DOWN("down", "ms"),
    PEAK_MEMORY("peak memory of the process", "MiB"),
    ALLOCATED("allocated", "MiB"),
    REQUESTS("requests", ""),
    PER_SECOND("requests answered per second, more is better", ""),
    P50("half of the requests answered within", "ms"),
    P99("99 of 100 requests answered within", "ms");

    private final String label;
    private final String unit;

    Metric(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    /** The metric with its unit, as a heading. */
    public String heading() {
        return unit.isEmpty() ? label : label + ", " + unit;
    }
}
