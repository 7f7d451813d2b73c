package dev.nanokit.provider.docker.compile;

import dev.nanokit.engine.config.Gateway;
import dev.nanokit.engine.config.Service;
import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The gateway: Caddy in a container, which leads each host name to the replicas of its service. */
final class GatewayCompiler {
    static final String NAME = "gateway";

    private static final String DEFAULT_IMAGE = "caddy:2";
    private static final String CONFIG = "/etc/caddy/Caddyfile";
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Scope scope;

    GatewayCompiler(Scope scope) {
        this.scope = scope;
    }

    List<Resource> compile(Gateway gateway) {
        List<Service> routed = scope.environment().services().values().stream()
                .filter(service -> service.instances() > 0
                        && !service.hosts().isEmpty()
                        && service.expose().isPresent())
                .toList();
        List<Resource> resources = new ArrayList<>();
        Place place = scope.place(NAME);
        if (gateway.httpsPort().isPresent()) {
            resources.add(new VolumeCompiler(scope).ofGateway("gateway-certificates", place));
        }
        resources.add(
                container(gateway, routed, resources.stream().map(Resource::key).toList(), place));
        return resources;
    }

    private Resource container(Gateway gateway, List<Service> routed, List<ResourceKey> volumes, Place place) {
        Fields spec = ContainerFields.of(scope, NAME, gateway.image().orElse(DEFAULT_IMAGE))
                .with("name", scope.names().onEngine(NAME))
                .with("aliases", Value.texts(List.of(NAME)))
                .with("env", Value.Obj.EMPTY)
                .with("command", command("run"))
                .with("ports", ports(gateway))
                .with(
                        "files",
                        new Fields().with(CONFIG, Caddyfile.of(gateway, routed)).build())
                .with("reload", command("reload"))
                .with("strategy", "recreate");
        if (!volumes.isEmpty()) {
            spec.with("mounts", Value.obj(Map.of("/data", Mounts.volume(volumes.getFirst(), false))));
        }
        Set<ResourceKey> dependsOn = new HashSet<>(volumes);
        dependsOn.add(scope.names().environmentNetworkKey());
        routed.forEach(service -> dependsOn.addAll(Names.containers(service)));
        return new Resource(
                Kinds.container(NAME),
                Section.SERVICES,
                Management.MANAGED,
                spec.build(),
                dependsOn,
                Set.of(),
                false,
                Set.of(),
                claims(gateway),
                place);
    }

    private static Value command(String verb) {
        return Value.texts(List.of("caddy", verb, "--config", CONFIG, "--adapter", "caddyfile"));
    }

    private static Value.Obj ports(Gateway gateway) {
        Fields ports = new Fields().with(Integer.toString(gateway.httpPort()), Value.num(HTTP));
        gateway.httpsPort().ifPresent(port -> ports.with(Integer.toString(port), Value.num(HTTPS)));
        return ports.build();
    }

    private static Set<String> claims(Gateway gateway) {
        Set<String> claims = new HashSet<>();
        claims.add("host-port/" + gateway.httpPort());
        gateway.httpsPort().ifPresent(port -> claims.add("host-port/" + port));
        return claims;
    }
}
