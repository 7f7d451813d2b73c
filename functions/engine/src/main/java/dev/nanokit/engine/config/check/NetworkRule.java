package dev.nanokit.engine.config.check;

import dev.nanokit.engine.source.Problems;

/** A network is one that exists, or one that is made with a range. */
final class NetworkRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        draft.networks().values().stream()
                .filter(network -> network.has("vpcId") && network.has("cidr"))
                .forEach(network -> problems.error(
                        network.placeOfKey("cidr"),
                        network.path() + ".cidr and " + network.path() + ".vpcId exclude each other",
                        "vpcId is a network that exists and keeps its range.",
                        "Remove one of the two."));
    }
}
