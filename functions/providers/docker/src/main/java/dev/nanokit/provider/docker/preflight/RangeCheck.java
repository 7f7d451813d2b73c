package dev.nanokit.provider.docker.preflight;

import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Ipv4Range;
import dev.nanokit.provider.docker.Labels;
import dev.nanokit.provider.docker.observe.EngineView;
import java.net.Inet4Address;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Looks whether a range is taken: by another network of the engine, or by the machine itself. */
final class RangeCheck {
    private final EngineView view;
    private final Owner owner;
    private final boolean local;

    RangeCheck(EngineView view, Owner owner, boolean local) {
        this.view = view;
        this.owner = owner;
        this.local = local;
    }

    List<Problem> check(List<Resource> networks) {
        List<Problem> problems = new ArrayList<>();
        for (Resource network : networks) {
            if (network.spec().get("cidr") instanceof Value.Text(String cidr)) {
                holder(network, cidr).ifPresent(holder -> problems.add(overlap(network, cidr, holder)));
            }
        }
        return problems;
    }

    private static Problem overlap(Resource network, String cidr, String holder) {
        return Problem.error(
                network.place(),
                "the range " + cidr + " overlaps " + holder,
                "An engine routes each address to one network.",
                "Choose a range that is free, or remove the other network if nobody needs it.");
    }

    /** Who has a part of this range, in words. */
    private Optional<String> holder(Resource network, String cidr) {
        Optional<Ipv4Range> range = Ipv4Range.parse(cidr);
        return range.flatMap(wanted -> others(network).entrySet().stream()
                .filter(other -> Ipv4Range.parse(other.getValue())
                        .filter(wanted::overlaps)
                        .isPresent())
                .map(other -> other.getKey() + " (" + other.getValue() + ")")
                .findFirst());
    }

    private Map<String, String> others(Resource wanted) {
        Map<String, String> ranges = new TreeMap<>();
        List<String> bridges = new ArrayList<>();
        for (JsonNode network : view.networks()) {
            String id = network.path("Id").asString("");
            bridges.add("br-" + id.substring(0, Math.min(12, id.length())));
            bridges.add(network.path("Options")
                    .path("com.docker.network.bridge.name")
                    .asString(""));
            if (!isSame(network, wanted)) {
                network.path("IPAM")
                        .path("Config")
                        .forEach(range -> ranges.put(
                                "the docker network " + network.path("Name").asString(""),
                                range.path("Subnet").asString("")));
            }
        }
        if (local) {
            ranges.putAll(ofThisMachine(bridges));
        }
        return ranges;
    }

    private boolean isSame(JsonNode network, Resource wanted) {
        Map<String, String> labels = new TreeMap<>();
        network.path("Labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asString("")));
        return Labels.owner(labels).filter(owner::equals).isPresent()
                && wanted.key().toString().equals(labels.get(Labels.RESOURCE));
    }

    private static Map<String, String> ofThisMachine(List<String> bridges) {
        Map<String, String> ranges = new TreeMap<>();
        try {
            for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
                if (each.isUp() && !each.isLoopback() && !bridges.contains(each.getName())) {
                    for (InterfaceAddress address : each.getInterfaceAddresses()) {
                        cidr(address).ifPresent(cidr -> ranges.put("this machine's network " + each.getName(), cidr));
                    }
                }
            }
        } catch (SocketException e) {
            // The engine itself will refuse what its own machine has.
            return ranges;
        }
        return ranges;
    }

    private static Optional<String> cidr(InterfaceAddress address) {
        if (!(address.getAddress() instanceof Inet4Address v4)) {
            return Optional.empty();
        }
        long bits = Integer.toUnsignedLong(ByteBuffer.wrap(v4.getAddress()).getInt());
        int prefix = address.getNetworkPrefixLength();
        return prefix <= 0 || prefix > 32 || bits == 0
                ? Optional.empty()
                : Optional.of(v4.getHostAddress() + "/" + prefix);
    }
}
