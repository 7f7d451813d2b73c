package dev.nanokit.provider.docker.change;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerNetwork;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.provider.docker.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The containers on a network, with the names that they have there: remembered, so that they can be moved. */
final class Endpoints {
    private final DockerClient docker;
    private final List<Attached> attached;

    private Endpoints(DockerClient docker, List<Attached> attached) {
        this.docker = docker;
        this.attached = attached;
    }

    static Endpoints none(DockerClient docker) {
        return new Endpoints(docker, List.of());
    }

    /** @throws ProviderException when a container is on it that is not Nanokit's */
    static Endpoints of(DockerClient docker, String network) {
        List<Attached> attached = new ArrayList<>();
        List<Container> containers = docker.listContainersCmd()
                .withShowAll(true)
                .withNetworkFilter(List.of(network))
                .exec();
        for (Container container : containers) {
            if (Labels.owner(container.getLabels()).isEmpty()) {
                throw new ProviderException(
                        "the container " + container.getNames()[0].substring(1)
                                + ", which was not made by Nanokit, is on the network that is to be replaced",
                        false,
                        "network-in-use",
                        "take it off: docker network disconnect -f " + network.substring(0, 12) + " "
                                + container.getNames()[0].substring(1),
                        null);
            }
            attached.add(read(docker.inspectContainerCmd(container.getId()).exec(), network));
        }
        return new Endpoints(docker, attached);
    }

    private static Attached read(InspectContainerResponse container, String network) {
        Map<String, ContainerNetwork> networks = container.getNetworkSettings().getNetworks();
        List<String> aliases = networks.values().stream()
                .filter(endpoint -> network.equals(endpoint.getNetworkID()))
                .filter(endpoint -> endpoint.getAliases() != null)
                .flatMap(endpoint -> endpoint.getAliases().stream())
                .filter(alias -> !container.getId().startsWith(alias))
                .toList();
        return new Attached(container.getId(), aliases);
    }

    void detach(String network) {
        attached.forEach(container -> unlessGone(() -> docker.disconnectFromNetworkCmd()
                .withNetworkId(network)
                .withContainerId(container.id())
                .withForce(true)
                .exec()));
    }

    void attach(String network) {
        attached.forEach(container -> unlessGone(() -> docker.connectToNetworkCmd()
                .withNetworkId(network)
                .withContainerId(container.id())
                .withContainerNetwork(new ContainerNetwork().withAliases(container.aliases()))
                .exec()));
    }

    private static void unlessGone(Runnable call) {
        try {
            call.run();
        } catch (NotFoundException e) {
            // The container has gone meanwhile, and needs no network.
            return;
        }
    }

    private record Attached(String id, List<String> aliases) {}
}
