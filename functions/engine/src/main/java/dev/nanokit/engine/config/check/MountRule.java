package dev.nanokit.engine.config.check;

import dev.nanokit.engine.config.provider.Capability;
import dev.nanokit.engine.config.provider.ProviderCapabilities;
import dev.nanokit.engine.config.provider.Words;
import dev.nanokit.engine.config.shape.Nearest;
import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.config.tree.Located;
import dev.nanokit.engine.source.Problems;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Mounts name a declared volume or a path of the host, and each target once. */
final class MountRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        draft.services().values().forEach(service -> {
            Map<String, String> targets = new HashMap<>();
            service.texts("volumes").forEach(mount -> {
                MountText text = MountText.parse(mount.value());
                checkSource(draft, service, text, mount, problems);
                checkTarget(service, text, mount, targets, problems);
            });
        });
    }

    private static void checkSource(
            Draft draft, Block service, MountText text, Located<String> mount, Problems problems) {
        Set<String> declared = draft.names("volumes");
        String what = service.path() + ".volumes: '" + mount.origin().orElse(text.source()) + "'";
        if (text.isHostPath()) {
            if (draft.provider().isPresent() && !draft.can(Capability.CONTAINER_HOSTS)) {
                problems.error(
                        mount.place(),
                        what + " is a path of a host",
                        draft.provider().get().id() + " runs no containers on hosts of your own; possible on "
                                + Words.providers(ProviderCapabilities.having(Capability.CONTAINER_HOSTS)) + ".",
                        "Mount a volume that is declared under volumes.");
            }
        } else if (!declared.contains(text.source())) {
            problems.error(
                    mount.place(),
                    what + " is not a declared volume",
                    declared.isEmpty()
                            ? "There are no volumes in this file."
                            : "Declared are: " + Words.first(declared) + ".",
                    Nearest.of(text.source(), declared)
                            .map(near -> "Write " + near + ".")
                            .orElse("Declare it: volumes: { " + text.source()
                                    + ": {} }. A path of the host begins with /, ./ or ../."));
        }
    }

    private static void checkTarget(
            Block service, MountText text, Located<String> mount, Map<String, String> targets, Problems problems) {
        String other = targets.putIfAbsent(text.target(), text.source());
        if (other != null) {
            problems.error(
                    mount.place(),
                    service.path() + ".volumes: " + text.target() + " is mounted twice",
                    "'" + other + "' is mounted there already.",
                    "Choose another target.");
        }
    }
}
