package dev.nanokit.engine.config.check;

import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.source.Problems;
import java.util.List;

/** Keys of {@code infra} that exclude or need each other. */
final class InfraRule implements Rule {
    private static final List<String> NOT_WITH_SHARED = List.of("instances", "cidr", "scaling", "min", "max");

    @Override
    public void check(Draft draft, Problems problems) {
        draft.infra().ifPresent(infra -> {
            checkNetwork(infra, problems);
            checkShared(infra, problems);
            checkDomain(infra, problems);
        });
    }

    private static void checkNetwork(Block infra, Problems problems) {
        if (infra.has("vpc") && infra.has("cidr")) {
            problems.error(
                    infra.placeOfKey("cidr"),
                    "infra.cidr and infra.vpc exclude each other",
                    "vpc is a network that exists and keeps its range; cidr is the range of one that is made.",
                    "Remove one of the two; an environment removes what it inherits with null.");
        }
    }

    private static void checkShared(Block infra, Problems problems) {
        if (!infra.isTrue("shared")) {
            return;
        }
        NOT_WITH_SHARED.stream()
                .filter(infra::has)
                .forEach(key -> problems.error(
                        infra.placeOfKey(key),
                        "infra." + key + " can't stand beside infra.shared: true",
                        "Shared infrastructure belongs to another component, which alone decides about it.",
                        "Remove " + key + ", or set it in the component that owns the infrastructure."));
    }

    private static void checkDomain(Block infra, Problems problems) {
        if (infra.isTrue("autoCreateDomain") && !infra.has("dns")) {
            problems.error(
                    infra.placeOfKey("autoCreateDomain"),
                    "infra.autoCreateDomain needs infra.dns",
                    "Without dns nobody knows where the zone is to be made.",
                    "Add dns: aws, digitalocean, cloudflare or gcp.");
        }
    }
}
