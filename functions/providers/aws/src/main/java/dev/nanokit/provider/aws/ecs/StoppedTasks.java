package dev.nanokit.provider.aws.ecs;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Container;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.Task;

/** Why a service's tasks stopped: an image that is not there, a command that ends, a check that fails. */
record StoppedTasks(EcsClient ecs) {
    /** What AWS says of the one that stopped last; it forgets tasks after an hour. */
    Optional<String> why(String cluster, String service) {
        List<String> tasks = ecs
                .listTasksPaginator(
                        request -> request.cluster(cluster).serviceName(service).desiredStatus(DesiredStatus.STOPPED))
                .taskArns()
                .stream()
                .limit(100)
                .toList();
        return tasks.isEmpty()
                ? Optional.empty()
                : ecs.describeTasks(request -> request.cluster(cluster).tasks(tasks)).tasks().stream()
                        .filter(task -> task.stoppedReason() != null)
                        .max(Comparator.comparing(Task::stoppedAt, Comparator.nullsFirst(Comparator.naturalOrder())))
                        .map(StoppedTasks::why);
    }

    private static String why(Task task) {
        Stream<String> containers =
                task.containers().stream().map(StoppedTasks::why).filter(Objects::nonNull);
        return String.join(
                "; ",
                Stream.concat(Stream.of(task.stoppedReason()), containers)
                        .distinct()
                        .toList());
    }

    private static String why(Container container) {
        return container.reason() == null && container.exitCode() != null
                ? "container " + container.name() + " ended with " + container.exitCode()
                : container.reason();
    }
}
