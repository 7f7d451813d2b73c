package dev.nanokit.provider.aws.machine;

import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.aws.reconcile.Found;
import dev.nanokit.provider.aws.reconcile.Specs;
import dev.nanokit.provider.aws.reconcile.Status;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.autoscaling.model.InstanceRefresh;
import software.amazon.awssdk.services.autoscaling.model.InstanceRefreshStatus;
import software.amazon.awssdk.services.autoscaling.model.LifecycleState;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;

/**
 * What Auto Scaling says of a group, as the provider understands it.
 *
 * @param refresh the latest replacement of machines, where some are of a former version
 */
record GroupReading(AutoScalingGroup group, Optional<InstanceRefresh> refresh, Optional<ScalingPolicy> policy) {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);
    private static final List<InstanceRefreshStatus> UNDER_WAY = List.of(
            InstanceRefreshStatus.PENDING,
            InstanceRefreshStatus.IN_PROGRESS,
            InstanceRefreshStatus.BAKING,
            InstanceRefreshStatus.CANCELLING,
            InstanceRefreshStatus.ROLLBACK_IN_PROGRESS);

    static boolean hasFormerMachines(AutoScalingGroup group) {
        return former(group).findAny().isPresent();
    }

    private static Stream<Instance> former(AutoScalingGroup group) {
        String version =
                group.launchTemplate() == null ? null : group.launchTemplate().version();
        return group.instances().stream()
                .filter(instance -> instance.launchTemplate() != null
                        && !instance.launchTemplate().version().equals(version));
    }

    Found found(Value.Obj wanted) {
        Map<String, String> tags =
                group.tags().stream().collect(Collectors.toMap(TagDescription::key, TagDescription::value));
        return new Found(
                group.autoScalingGroupName(),
                tags,
                status(),
                Specs.asked(spec(wanted), wanted),
                Value.obj(Map.of(
                        "name", Value.text(group.autoScalingGroupName()),
                        "arn", Specs.text(group.autoScalingGroupARN()))));
    }

    private Status status() {
        if (group.status() != null) {
            return new Status.Leaving(LOOK_AGAIN);
        }
        if (refreshing()) {
            InstanceRefresh under = refresh.orElseThrow();
            int percent = under.percentageComplete() == null ? 0 : under.percentageComplete();
            return new Status.Busy("replacing machines, " + percent + "% done", LOOK_AGAIN);
        }
        long running = group.instances().stream()
                .filter(instance -> instance.lifecycleState() == LifecycleState.IN_SERVICE)
                .count();
        return running < group.desiredCapacity()
                ? new Status.Busy(running + " of " + group.desiredCapacity() + " machines run", LOOK_AGAIN)
                : Status.READY;
    }

    private boolean refreshing() {
        return refresh.map(InstanceRefresh::status).filter(UNDER_WAY::contains).isPresent();
    }

    private Map<String, Value> spec(Value.Obj wanted) {
        Map<String, Value> spec = new TreeMap<>();
        spec.put("name", Value.text(group.autoScalingGroupName()));
        if (group.launchTemplate() != null) {
            spec.put("template", Specs.text(group.launchTemplate().launchTemplateId()));
            spec.put("templateVersion", Specs.text(version()));
        }
        spec.put("min", Specs.num(group.minSize()));
        spec.put("max", Specs.num(group.maxSize()));
        spec.put("subnets", Specs.ordered(subnets(), wanted.get("subnets")));
        spec.put("cpuTarget", policy.map(GroupReading::target).orElse(Value.NULL));
        if (!(wanted.get("cpuTarget") instanceof Value.Num)) {
            spec.put("start", Specs.num(group.desiredCapacity()));
        }
        return spec;
    }

    /** While machines of a former version are left and nothing replaces them, the group is at that version. */
    private String version() {
        return former(group)
                .filter(instance -> !refreshing())
                .map(instance -> instance.launchTemplate().version())
                .findFirst()
                .orElse(group.launchTemplate().version());
    }

    private List<String> subnets() {
        String subnets = group.vpcZoneIdentifier();
        return subnets == null || subnets.isEmpty() ? List.of() : Arrays.asList(subnets.split(",", -1));
    }

    private static Value target(ScalingPolicy policy) {
        return policy.targetTrackingConfiguration() == null
                ? Value.NULL
                : Value.num(
                        BigDecimal.valueOf(policy.targetTrackingConfiguration().targetValue()));
    }
}
