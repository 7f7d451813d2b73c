package dev.nanokit.engine.config.check;

import dev.nanokit.engine.config.provider.Capability;
import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.source.Problems;
import java.util.Optional;

/** The gateway's port is named once; without a gateway, domains lead nowhere on a container host. */
final class GatewayRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        checkTwice(draft.root(), "gatewayPort", "httpPort", problems);
        checkTwice(draft.root(), "gatewayHttpsPort", "httpsPort", problems);
        if (draft.can(Capability.CONTAINER_HOSTS)
                && !draft.root().has("gateway")
                && GatewayPorts.of(draft.root()).isEmpty()) {
            draft.services().values().stream()
                    .filter(Draft::isEnabled)
                    .filter(service -> service.has("host"))
                    .forEach(service -> warnOfHost(service, problems));
        }
    }

    private static void checkTwice(Block root, String beside, String inside, Problems problems) {
        Optional<Block> gateway = root.block("gateway");
        boolean off = root.flag("gateway").filter(flag -> !flag.value()).isPresent();
        if (root.has(beside) && off) {
            problems.error(
                    root.placeOfKey(beside),
                    beside + " has no gateway",
                    "gateway: false switches it off.",
                    "Remove " + beside + ", or gateway: false.");
        } else if (root.has(beside)
                && gateway.filter(block -> block.has(inside)).isPresent()) {
            problems.error(
                    root.placeOfKey(beside),
                    beside + " and gateway." + inside + " name the same port",
                    "Both are ways to write one thing.",
                    "Remove one of the two.");
        }
    }

    private static void warnOfHost(Block service, Problems problems) {
        problems.warning(
                service.placeOf("host"),
                service.path() + ".host leads nowhere: there is no gateway",
                "On container hosts the gateway takes requests for a domain to its service.",
                "Add gateway: true at the top level, or gateway: false to say that something else does it.");
    }
}
