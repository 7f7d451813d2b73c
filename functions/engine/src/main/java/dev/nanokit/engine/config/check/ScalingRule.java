package dev.nanokit.engine.config.check;

import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.engine.config.provider.Capability;
import dev.nanokit.engine.config.provider.ProviderCapabilities;
import dev.nanokit.engine.config.provider.Words;
import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.config.tree.Located;
import dev.nanokit.engine.source.Problems;
import java.util.List;

/** {@code scaling: auto} needs metrics; managed clusters need a provider that has them. */
final class ScalingRule implements Rule {
    private static final String KUBERNETES = "kubernetes";

    @Override
    public void check(Draft draft, Problems problems) {
        draft.provider()
                .ifPresent(provider -> draft.infra().ifPresent(infra -> {
                    if (Bounds.isAuto(infra)) {
                        checkAuto(infra, provider, problems);
                    }
                    infra.items("instances")
                            .forEach(group -> group.text("role")
                                    .filter(role -> role.value().equals(KUBERNETES))
                                    .ifPresent(role -> checkKubernetes(group, role, provider, problems)));
                }));
    }

    private static void checkAuto(Block infra, ProviderId provider, Problems problems) {
        if (ProviderCapabilities.has(provider, Capability.KUBERNETES_SCALING)) {
            checkClusterScaling(infra, provider, problems);
        } else if (!ProviderCapabilities.has(provider, Capability.AUTO_SCALING)
                && !ProviderCapabilities.has(provider, Capability.OWN_SCALING)) {
            problems.error(
                    infra.placeOf("scaling"),
                    "infra.scaling: auto is not possible on " + provider.id(),
                    "It needs the provider's metrics, which " + provider.id() + " has not. "
                            + Words.providers(ProviderCapabilities.having(Capability.AUTO_SCALING)) + " have them; "
                            + Words.providers(ProviderCapabilities.having(Capability.KUBERNETES_SCALING))
                            + " have them for kubernetes nodes.",
                    "Write scaling: manual, or remove it.");
        }
    }

    private static void checkClusterScaling(Block infra, ProviderId provider, Problems problems) {
        List<String> roles = infra.items("instances").stream()
                .map(group -> group.text("role").map(Located::value).orElse("manager"))
                .toList();
        if (roles.isEmpty() || roles.stream().allMatch(KUBERNETES::equals)) {
            return;
        }
        if (roles.contains(KUBERNETES)) {
            problems.warning(
                    infra.placeOf("scaling"),
                    "infra.scaling: auto concerns the kubernetes nodes alone",
                    provider.id() + " has metrics for nodes of a managed cluster, and not for other machines.",
                    "Nothing, if that is meant.");
        } else {
            problems.error(
                    infra.placeOf("scaling"),
                    "infra.scaling: auto is possible on " + provider.id() + " for kubernetes nodes alone",
                    "For other machines " + Words.providers(ProviderCapabilities.having(Capability.AUTO_SCALING))
                            + " have metrics.",
                    "Write scaling: manual, or role: kubernetes for the machines.");
        }
    }

    private static void checkKubernetes(Block group, Located<String> role, ProviderId provider, Problems problems) {
        if (!ProviderCapabilities.has(provider, Capability.KUBERNETES)) {
            problems.error(
                    role.place(),
                    group.path() + ".role: kubernetes is not possible on " + provider.id(),
                    "Managed clusters are on " + Words.providers(ProviderCapabilities.having(Capability.KUBERNETES))
                            + ".",
                    "Write role: manager, or remove the group.");
        }
    }
}
