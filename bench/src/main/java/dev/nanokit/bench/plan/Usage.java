package dev.nanokit.bench.plan;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.nanokit.bench.harness.Metric;
import dev.nanokit.bench.harness.Trial;
import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.Map;

/** Wall time of work in this process, and the processor time and memory that all its threads have taken meanwhile. */
final class Usage {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Usage() {}

    /**
     * Measures the work done so many times, and tells what one time takes: the system counts processor time in steps of
     * ten milliseconds.
     */
    static Map<Metric, Double> measured(int repetitions, Trial.Work work) throws Exception {
        long allocated = THREADS.getTotalThreadAllocatedBytes();
        long nanos = SYSTEM.getProcessCpuTime();
        Map<Metric, Double> figures =
                new EnumMap<>(Trial.timed(repetitions, work).run());
        figures.put(Metric.CPU, (SYSTEM.getProcessCpuTime() - nanos) / 1e6 / repetitions);
        figures.put(
                Metric.ALLOCATED,
                (THREADS.getTotalThreadAllocatedBytes() - allocated) / (double) (1 << 20) / repetitions);
        return figures;
    }
}
