package dev.nanokit.provider.aws.machine;

import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.aws.Tags;
import dev.nanokit.provider.aws.call.AwsAccount;
import dev.nanokit.provider.aws.call.AwsErrors;
import dev.nanokit.provider.aws.compile.Types;
import dev.nanokit.provider.aws.reconcile.Found;
import dev.nanokit.provider.aws.reconcile.Kind;
import dev.nanokit.provider.aws.reconcile.Search;
import dev.nanokit.provider.aws.reconcile.Specs;
import dev.nanokit.provider.aws.reconcile.Work;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingException;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.InstanceRefresh;
import software.amazon.awssdk.services.autoscaling.model.LaunchTemplateSpecification;
import software.amazon.awssdk.services.autoscaling.model.MetricType;
import software.amazon.awssdk.services.autoscaling.model.RefreshStrategy;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.autoscaling.model.Tag;

/**
 * As many machines as there are to be, of one launch template. Machines of a former version are replaced a few at a time
 * (an instance refresh). With {@code cpuTarget} AWS chooses how many there are between {@code min} and {@code max}.
 */
public final class AutoScalingGroupKind implements Kind {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);
    private static final String POLICY = "cpu";
    private static final int HEALTHY_PERCENT = 90;

    private final AwsAccount account;

    public AutoScalingGroupKind(AwsAccount account) {
        this.account = account;
    }

    @Override
    public String type() {
        return Types.AUTO_SCALING_GROUP;
    }

    @Override
    public Map<ResourceKey, Found> find(Search search) {
        List<String> names = search.wanted().stream()
                .map(wanted -> wanted.spec().text("name"))
                .toList();
        Map<String, ScalingPolicy> policies = new TreeMap<>();
        Map<ResourceKey, Found> found = new TreeMap<>();
        List<AutoScalingGroup> groups = reads()
                .describeAutoScalingGroupsPaginator(request -> request.autoScalingGroupNames(names))
                .autoScalingGroups()
                .stream()
                .toList();
        if (!groups.isEmpty()) {
            reads().describePoliciesPaginator(request -> request.policyNames(POLICY)).scalingPolicies().stream()
                    .filter(policy -> names.contains(policy.autoScalingGroupName()))
                    .forEach(policy -> policies.put(policy.autoScalingGroupName(), policy));
        }
        search.wanted()
                .forEach(wanted -> groups.stream()
                        .filter(group -> group.autoScalingGroupName()
                                .equals(wanted.spec().text("name")))
                        .map(group -> reading(group, policies).found(wanted.spec()))
                        .findFirst()
                        .ifPresent(there -> found.put(wanted.key(), there)));
        return found;
    }

    /** Whether machines are being replaced is asked only where some are of a former version. */
    private GroupReading reading(AutoScalingGroup group, Map<String, ScalingPolicy> policies) {
        Optional<InstanceRefresh> refresh = GroupReading.hasFormerMachines(group)
                ? reads()
                        .describeInstanceRefreshes(request -> request.autoScalingGroupName(group.autoScalingGroupName())
                                .maxRecords(1))
                        .instanceRefreshes()
                        .stream()
                        .findFirst()
                : Optional.empty();
        return new GroupReading(group, refresh, Optional.ofNullable(policies.get(group.autoScalingGroupName())));
    }

    @Override
    public Found create(Work work) {
        Value.Obj spec = work.spec();
        String name = spec.text("name");
        writes().createAutoScalingGroup(request -> request.autoScalingGroupName(name)
                .launchTemplate(template(spec))
                .minSize(Specs.number(spec, "min"))
                .maxSize(Specs.number(spec, "max"))
                .desiredCapacity(Specs.number(spec, "start"))
                .vpcZoneIdentifier(String.join(",", Specs.texts(spec.get("subnets"))))
                .tags(tags(work)));
        bringPolicy(work);
        return again(work);
    }

    @Override
    public Found update(Work work, Found current) {
        Value.Obj spec = work.spec();
        writes().updateAutoScalingGroup(request -> {
            request.autoScalingGroupName(current.id())
                    .launchTemplate(template(spec))
                    .minSize(Specs.number(spec, "min"))
                    .maxSize(Specs.number(spec, "max"))
                    .vpcZoneIdentifier(String.join(",", Specs.texts(spec.get("subnets"))));
            if (!(spec.get("cpuTarget") instanceof Value.Num)) {
                request.desiredCapacity(Specs.number(spec, "start"));
            }
        });
        bringPolicy(work);
        if (Specs.differs(work, current, "templateVersion")) {
            refresh(current.id());
        }
        return again(work);
    }

    /** One that is under way brings the machines to the version that was current when it began: the next look tells. */
    private void refresh(String name) {
        try {
            writes().startInstanceRefresh(request -> request.autoScalingGroupName(name)
                    .strategy(RefreshStrategy.ROLLING)
                    .preferences(preferences ->
                            preferences.minHealthyPercentage(HEALTHY_PERCENT).skipMatching(true)));
        } catch (AutoScalingException e) {
            if (!AwsErrors.code(e).contains("InstanceRefreshInProgress")) {
                throw e;
            }
        }
    }

    private void bringPolicy(Work work) {
        String name = work.spec().text("name");
        if (work.spec().get("cpuTarget") instanceof Value.Num(var percent)) {
            writes().putScalingPolicy(request -> request.autoScalingGroupName(name)
                    .policyName(POLICY)
                    .policyType("TargetTrackingScaling")
                    .targetTrackingConfiguration(target -> target.targetValue(percent.doubleValue())
                            .predefinedMetricSpecification(
                                    metric -> metric.predefinedMetricType(MetricType.ASG_AVERAGE_CPU_UTILIZATION))));
        } else {
            reads().describePolicies(
                            request -> request.autoScalingGroupName(name).policyNames(POLICY))
                    .scalingPolicies()
                    .forEach(policy -> writes().deletePolicy(request ->
                            request.autoScalingGroupName(name).policyName(policy.policyName())));
        }
    }

    private Found again(Work work) {
        return Optional.ofNullable(
                        find(Search.one(work.owner(), work.wanted(work.spec().text("name"))))
                                .get(work.key()))
                .orElseGet(() -> Found.unseen(work.spec().text("name"), work, LOOK_AGAIN));
    }

    private static LaunchTemplateSpecification template(Value.Obj spec) {
        return LaunchTemplateSpecification.builder()
                .launchTemplateId(spec.text("template"))
                .version(spec.text("templateVersion"))
                .build();
    }

    private static List<Tag> tags(Work work) {
        return Tags.in(
                work.tags(),
                (key, value) -> Tag.builder()
                        .key(key)
                        .value(value)
                        .resourceType("auto-scaling-group")
                        .resourceId(work.spec().text("name"))
                        .propagateAtLaunch(false)
                        .build());
    }

    /** Its machines go with it. */
    @Override
    public Optional<Duration> delete(Found current) {
        writes().deleteAutoScalingGroup(
                        request -> request.autoScalingGroupName(current.id()).forceDelete(true));
        return Optional.of(LOOK_AGAIN);
    }

    private AutoScalingClient reads() {
        return account.autoScaling().reads();
    }

    private AutoScalingClient writes() {
        return account.autoScaling().writes();
    }
}
