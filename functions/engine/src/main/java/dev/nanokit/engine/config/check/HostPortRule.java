package dev.nanokit.engine.config.check;

import dev.nanokit.engine.config.provider.Capability;
import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.config.tree.Located;
import dev.nanokit.engine.source.Problems;
import java.util.HashMap;
import java.util.Map;

/** On a container host a port belongs to one: a service, or the gateway. */
final class HostPortRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        if (!draft.can(Capability.CONTAINER_HOSTS)) {
            return;
        }
        Map<Integer, String> taken = new HashMap<>();
        GatewayPorts.of(draft.root()).ifPresent(gateway -> {
            taken.put(gateway.httpPort().value(), gateway.httpName());
            gateway.httpsPort().ifPresent(https -> claim(https, gateway.httpsName(), taken, problems));
        });
        draft.services().values().stream().filter(Draft::isEnabled).forEach(service -> claim(service, taken, problems));
    }

    private static void claim(Block service, Map<Integer, String> taken, Problems problems) {
        service.whole("port").ifPresent(port -> claim(port, service.path() + ".port", taken, problems));
    }

    private static void claim(Located<Integer> port, String path, Map<Integer, String> taken, Problems problems) {
        String owner = taken.putIfAbsent(port.value(), path);
        if (owner != null) {
            problems.error(
                    port.place(),
                    path + " " + port.value() + " is taken by " + owner + " already",
                    "A port of a container host can be published once.",
                    "Choose another port, or publish none: services reach each other without.");
        }
    }
}
