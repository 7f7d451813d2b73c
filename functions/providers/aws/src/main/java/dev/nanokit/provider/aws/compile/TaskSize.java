package dev.nanokit.provider.aws.compile;

import java.util.List;
import java.util.Optional;

/**
 * A size that Fargate makes tasks in.
 *
 * @param cpu in units, of which a core has 1024
 * @param memory in MiB
 */
record TaskSize(int cpu, int memory) {
    static final int CORE = 1024;

    /** What Fargate has for one amount of cpu: memory from, to, and in steps of so many MiB. */
    private record Row(int cpu, int least, int most, int step) {
        Optional<TaskSize> holding(int memory) {
            if (memory > most) {
                return Optional.empty();
            }
            int steps = Math.max(0, Math.ceilDiv(memory - least, step));
            return Optional.of(new TaskSize(cpu, least + steps * step));
        }
    }

    private static final List<Row> ROWS = List.of(
            new Row(256, 512, 1024, 512),
            new Row(256, 2048, 2048, 1024),
            new Row(512, 1024, 4096, 1024),
            new Row(1024, 2048, 8192, 1024),
            new Row(2048, 4096, 16384, 1024),
            new Row(4096, 8192, 30720, 1024),
            new Row(8192, 16384, 61440, 4096),
            new Row(16384, 32768, 122880, 8192));

    static final TaskSize LARGEST = new TaskSize(16384, 122880);

    /** The smallest that holds this much; empty where none does. */
    static Optional<TaskSize> holding(int cpu, int memory) {
        return ROWS.stream()
                .filter(row -> row.cpu() >= cpu)
                .flatMap(row -> row.holding(memory).stream())
                .findFirst();
    }
}
