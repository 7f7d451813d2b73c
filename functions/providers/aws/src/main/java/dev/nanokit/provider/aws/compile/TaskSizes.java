package dev.nanokit.provider.aws.compile;

import dev.nanokit.engine.config.Service;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sizes of services' tasks: what the file asks for, or the next larger that Fargate has. */
record TaskSizes(Scope scope) {
    private static final long MIB = 1024L * 1024;
    private static final int DEFAULT_CPU = 256;
    private static final int DEFAULT_MEMORY = 512;

    TaskSize of(Service service) {
        double cores = service.cpu().orElse((double) DEFAULT_CPU / TaskSize.CORE);
        double cpu = Math.ceil(cores * TaskSize.CORE);
        long memory = Math.ceilDiv(service.memoryBytes().orElse(DEFAULT_MEMORY * MIB), MIB);
        Optional<TaskSize> size = cpu > TaskSize.LARGEST.cpu() || memory > TaskSize.LARGEST.memory()
                ? Optional.empty()
                : TaskSize.holding((int) cpu, (int) memory);
        size.ifPresentOrElse(
                chosen -> warn(service, (int) cpu, memory, chosen),
                () -> scope.error(
                        scope.place("services", service.name()),
                        "service '" + service.name() + "' is larger than Fargate's largest task",
                        "A task has at most 16 cores and 120gb.",
                        "Ask for less, and for more instances."));
        return size.orElse(TaskSize.LARGEST);
    }

    private void warn(Service service, int cpu, long memory, TaskSize size) {
        List<String> rounded = new ArrayList<>();
        String key = service.memoryBytes().isPresent() ? "memory" : "cpu";
        if (service.cpu().isPresent() && size.cpu() != cpu) {
            rounded.add("cpu " + cores(cpu) + " becomes " + cores(size.cpu()));
        }
        if (service.memoryBytes().isPresent() && size.memory() != memory) {
            rounded.add("memory " + memory + "mb becomes " + size.memory() + "mb");
        }
        boolean unasked = service.cpu().isEmpty() && size.cpu() != DEFAULT_CPU;
        if (unasked) {
            rounded.add("its cpu is " + cores(size.cpu()));
        }
        if (!rounded.isEmpty()) {
            scope.warn(
                    scope.place("services", service.name(), key),
                    "service '" + service.name() + "': " + String.join(", ", rounded),
                    "Fargate has tasks in certain sizes only, and takes the next larger one.",
                    "Write cpu: " + cores(size.cpu()) + " and memory: " + size.memory() + "mb to have it as it is.");
        }
    }

    private static String cores(int cpu) {
        return BigDecimal.valueOf(cpu)
                .divide(BigDecimal.valueOf(TaskSize.CORE))
                .stripTrailingZeros()
                .toPlainString();
    }
}
