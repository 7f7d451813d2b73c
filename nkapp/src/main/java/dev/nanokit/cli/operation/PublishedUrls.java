package dev.nanokit.cli.operation;

import dev.nanokit.cli.report.RunReport.PublishedUrl;
import dev.nanokit.engine.config.Deploy;
import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.Gateway;
import dev.nanokit.engine.config.Service;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the services of a container host are reached: at its published ports, and under their domains. */
final class PublishedUrls {
    private PublishedUrls() {}

    /** @param services those that were asked for; empty for all */
    static List<PublishedUrl> of(Environment environment, Set<String> services, Map<String, String> variables) {
        List<PublishedUrl> urls = new ArrayList<>();
        List<String> machines = machines(environment, variables);
        for (Service service : environment.services().values()) {
            boolean wanted = services.isEmpty() || services.contains(service.name());
            if (wanted && service.instances() > 0) {
                service.port()
                        .ifPresent(port -> machines.forEach(machine ->
                                urls.add(new PublishedUrl(service.name(), "http://" + machine + ":" + port))));
                environment
                        .gateway()
                        .ifPresent(gateway -> service.hosts()
                                .forEach(host -> urls.add(new PublishedUrl(service.name(), behind(gateway, host)))));
            }
        }
        return urls;
    }

    private static String behind(Gateway gateway, String host) {
        if (gateway.httpsPort().isPresent()) {
            int port = gateway.httpsPort().getAsInt();
            return "https://" + host + (port == 443 ? "" : ":" + port);
        }
        return "http://" + host + (gateway.httpPort() == 80 ? "" : ":" + gateway.httpPort());
    }

    private static List<String> machines(Environment environment, Map<String, String> variables) {
        return environment
                .deploy()
                .map(Deploy::hosts)
                .orElseGet(() -> List.of(engine(variables.getOrDefault("DOCKER_HOST", ""))));
    }

    /** The host of an engine that is reached over the network; this machine for a local one. */
    private static String engine(String dockerHost) {
        if (dockerHost.startsWith("tcp://") || dockerHost.startsWith("ssh://")) {
            try {
                String host = URI.create(dockerHost).getHost();
                return host == null ? "localhost" : host;
            } catch (IllegalArgumentException e) {
                return "localhost";
            }
        }
        return "localhost";
    }
}
