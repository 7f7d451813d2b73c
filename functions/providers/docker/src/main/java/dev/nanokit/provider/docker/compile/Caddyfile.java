package dev.nanokit.provider.docker.compile;

import dev.nanokit.engine.config.Gateway;
import dev.nanokit.engine.config.Service;
import java.util.List;
import java.util.stream.Collectors;

/** The gateway's configuration, in Caddy's own language. */
final class Caddyfile {
    private Caddyfile() {}

    static String of(Gateway gateway, List<Service> routed) {
        boolean https = gateway.httpsPort().isPresent();
        StringBuilder text = new StringBuilder("{\n\tadmin localhost:2019\n");
        text.append(https ? "" : "\tauto_https off\n").append("}\n");
        routed.forEach(service -> text.append(route(service, https)));
        return text.toString();
    }

    private static String route(Service service, boolean https) {
        String addresses = service.hosts().stream()
                .map(host -> (https ? "" : "http://") + host)
                .collect(Collectors.joining(", "));
        String upstreams = Names.replicas(service).stream()
                .map(replica -> replica + ":" + service.expose().orElseThrow())
                .collect(Collectors.joining(" "));
        return """

                %s {
                	reverse_proxy %s {
                		lb_policy least_conn
                		lb_try_duration 5s
                		fail_duration 10s
                	}
                }
                """.formatted(addresses, upstreams);
    }
}
