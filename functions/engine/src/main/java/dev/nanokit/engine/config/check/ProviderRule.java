package dev.nanokit.engine.config.check;

import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.engine.config.provider.Capability;
import dev.nanokit.engine.config.provider.ProviderCapabilities;
import dev.nanokit.engine.config.provider.Words;
import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problems;

/** What is asked of a provider that has no such thing: an error that says which providers have. */
final class ProviderRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        draft.provider().ifPresent(provider -> {
            Lacking lacking = new Lacking(provider, problems);
            draft.infra().ifPresent(infra -> checkInfra(infra, lacking));
            checkFile(draft, lacking);
            draft.services().values().forEach(service -> checkService(service, lacking));
        });
    }

    private static void checkInfra(Block infra, Lacking lacking) {
        lacking.key(
                infra, "account", Capability.ACCOUNT, "Remove it: whose hosts they are is decided by who may log in.");
        lacking.key(infra, "vpc", Capability.VPC, "Remove vpc.");
        lacking.key(infra, "cidr", Capability.CIDR, "Remove cidr.");
        String noMachines = lacking.provider() == ProviderId.DOCKER
                ? "Name the machines under deploy.hosts, or remove it to use this one."
                : "Remove it; replicas are set by a service's instances.";
        lacking.key(infra, "instances", Capability.INSTANCES, noMachines);
        lacking.key(infra, "min", Capability.INSTANCES, noMachines);
        lacking.key(infra, "max", Capability.INSTANCES, noMachines);
    }

    private static void checkFile(Draft draft, Lacking lacking) {
        Block root = draft.root();
        lacking.key(
                root,
                "deploy",
                Capability.NAMED_HOSTS,
                "Remove deploy, or set infra.provider to docker in this environment.");
        boolean off = root.flag("gateway").filter(flag -> !flag.value()).isPresent();
        if (!off) {
            lacking.key(root, "gateway", Capability.CONTAINER_HOSTS, "Remove it: the provider routes requests itself.");
        }
        lacking.key(root, "gatewayPort", Capability.CONTAINER_HOSTS, "Remove it.");
        lacking.key(root, "gatewayHttpsPort", Capability.CONTAINER_HOSTS, "Remove it.");
        draft.networks().values().forEach(network -> {
            lacking.block(network, Capability.NETWORKS, "Remove it.");
            lacking.key(network, "vpcId", Capability.VPC, "Remove vpcId.");
        });
        draft.volumes().values().forEach(volume -> lacking.block(volume, Capability.VOLUMES, "Remove it."));
    }

    private static void checkService(Block service, Lacking lacking) {
        lacking.key(service, "image", Capability.IMAGES, "Use build or runtime: services come from the repository.");
        lacking.key(
                service,
                "scale",
                Capability.SERVICE_SCALE,
                "Set instances to a fixed number, or remove scale: an environment does so with scale: null.");
    }

    /** Reports what one provider lacks. */
    private record Lacking(ProviderId provider, Problems problems) {
        void key(Block block, String key, Capability capability, String fix) {
            if (block.has(key)) {
                report(block.path().key(key).toString(), block.placeOfKey(key), capability, fix);
            }
        }

        void block(Block block, Capability capability, String fix) {
            report(block.path().toString(), block.place(), capability, fix);
        }

        private void report(String path, Place place, Capability capability, String fix) {
            if (!ProviderCapabilities.has(provider, capability)) {
                problems.error(place, path + " is not possible on " + provider.id(), why(capability), fix);
            }
        }

        private static String why(Capability capability) {
            String needs = capability.needs().isEmpty() ? "" : "It needs " + capability.needs() + ". ";
            return needs + "Possible on " + Words.providers(ProviderCapabilities.having(capability)) + ".";
        }
    }
}
