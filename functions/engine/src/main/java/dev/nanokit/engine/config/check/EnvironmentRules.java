package dev.nanokit.engine.config.check;

import dev.nanokit.engine.source.Problems;
import java.util.List;

/** All rules that a merged environment must keep. */
public final class EnvironmentRules {
    /** How many replicas, machines, databases, networks and volumes an environment may ask for. */
    public static final int MOST_THINGS = 20_000;

    private static final List<Rule> ALL = List.of(
            new InfraRule(),
            new CidrRule(),
            new BoundsRule(),
            new RegionRule(),
            new ProviderRule(),
            new ScalingRule(),
            new DatabaseOfferRule(),
            new ServiceSourceRule(),
            new DependencyRule(),
            new NameRule(),
            new HostPortRule(),
            new DomainRule(),
            new GatewayRule(),
            new DeployRule(),
            new VariableRule(),
            new SecretRule(),
            new DatabaseRule(),
            new SizeRule(),
            new MountRule(),
            new ScaleRule(),
            new HealthRule(),
            new NetworkRule(),
            new AmountRule());

    private EnvironmentRules() {}

    public static void check(Draft draft, Problems problems) {
        ALL.forEach(rule -> rule.check(draft, problems));
    }
}
