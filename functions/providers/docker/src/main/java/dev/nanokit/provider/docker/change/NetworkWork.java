package dev.nanokit.provider.docker.change;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Network;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Foreign;
import dev.nanokit.provider.Progress;
import dev.nanokit.provider.docker.Labels;
import dev.nanokit.provider.docker.engine.EngineClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes, replaces and removes networks. */
public final class NetworkWork {
    private final EngineClient engine;

    public NetworkWork(EngineClient engine) {
        this.engine = engine;
    }

    /** Makes the network, or takes the one that an earlier attempt has made. */
    public Progress.Done create(Work work) {
        return doing("creating network " + work.key().name(), () -> {
            Optional<Network> made = find(work);
            return made.isPresent() ? done(made.get()) : done(make(work));
        });
    }

    /** Makes it anew. The containers on it are moved over, so that those of other components keep their network. */
    public Progress.Done replace(Work work) {
        return doing("replacing network " + work.key().name(), () -> {
            Optional<Network> old = find(work);
            if (old.isPresent() && fits(old.get(), work)) {
                return done(old.get());
            }
            Endpoints endpoints = old.map(network -> Endpoints.of(engine.docker(), network.getId()))
                    .orElseGet(() -> Endpoints.none(engine.docker()));
            old.ifPresent(network -> {
                endpoints.detach(network.getId());
                engine.docker().removeNetworkCmd(network.getId()).exec();
            });
            Network made = make(work);
            endpoints.attach(made.getId());
            return done(made);
        });
    }

    public Progress.Done delete(Work work) {
        return doing("removing network " + work.key().name(), () -> {
            Optional<Network> network = find(work);
            network.ifPresent(found -> {
                try {
                    engine.docker().removeNetworkCmd(found.getId()).exec();
                } catch (NotFoundException e) {
                    // Somebody else has removed it meanwhile, which is what was asked for.
                    return;
                }
            });
            return new Progress.Done(network.map(Network::getId).orElse(""), Value.Obj.EMPTY);
        });
    }

    /** Under the short name, unless another project on this engine has it: two projects never share a bridge. */
    private Network make(Work work) {
        String name = work.spec().text("name");
        refuseSibling(work);
        if (isTaken(name)) {
            return make(work, name + "-" + work.owner().project());
        }
        try {
            return make(work, name);
        } catch (ConflictException e) {
            return make(work, name + "-" + work.owner().project());
        }
    }

    private Network make(Work work, String name) {
        DockerClient docker = engine.docker();
        var command = docker.createNetworkCmd()
                .withName(name)
                .withDriver("bridge")
                .withCheckDuplicate(true)
                .withInternal(work.spec().get("internal") instanceof Value.Bool(boolean internal) && internal)
                .withLabels(work.labels());
        if (work.spec().get("cidr") instanceof Value.Text(String cidr)) {
            command.withIpam(new Network.Ipam().withConfig(new Network.Ipam.Config().withSubnet(cidr)));
        }
        String id = command.exec().getId();
        return docker.inspectNetworkCmd().withNetworkId(id).exec();
    }

    private boolean isTaken(String name) {
        return engine.docker().listNetworksCmd().withNameFilter(name).exec().stream()
                .anyMatch(network -> network.getName().equals(name));
    }

    /** The same network of the same project and environment can belong to one component only. */
    private void refuseSibling(Work work) {
        for (Network network : engine.docker().listNetworksCmd().exec()) {
            Map<String, String> labels = labels(network);
            boolean sibling = Labels.owner(labels)
                    .filter(owner -> owner.project().equals(work.owner().project())
                            && owner.environment().equals(work.owner().environment()))
                    .isPresent();
            if (sibling && work.key().toString().equals(labels.get(Labels.RESOURCE))) {
                throw Foreign.refusal(work.key(), network.getName(), Labels.owner(labels));
            }
        }
    }

    private Optional<Network> find(Work work) {
        return engine.docker().listNetworksCmd().exec().stream()
                .filter(network -> work.owns(labels(network)))
                .findFirst();
    }

    private static boolean fits(Network network, Work work) {
        boolean internal = work.spec().get("internal") instanceof Value.Bool(boolean wanted) && wanted;
        if (!(work.spec().get("cidr") instanceof Value.Text(String cidr))) {
            return false;
        }
        List<Network.Ipam.Config> ranges = network.getIpam().getConfig();
        return ranges != null
                && ranges.stream().anyMatch(range -> cidr.equals(range.getSubnet()))
                && Boolean.TRUE.equals(network.getInternal()) == internal;
    }

    private static Map<String, String> labels(Network network) {
        return network.getLabels() == null ? Map.of() : network.getLabels();
    }

    private static Progress.Done done(Network network) {
        return new Progress.Done(
                network.getId(),
                Value.obj(Map.of("id", Value.text(network.getId()), "name", Value.text(network.getName()))));
    }

    private Progress.Done doing(String what, Supplier<Progress.Done> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw engine.errors().of(e, what);
        }
    }
}
