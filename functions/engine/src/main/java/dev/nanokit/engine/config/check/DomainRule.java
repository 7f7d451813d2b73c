package dev.nanokit.engine.config.check;

import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.config.tree.Located;
import dev.nanokit.engine.source.Problems;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A domain leads to one service. */
public final class DomainRule implements Rule {
    /** The domains in a service's {@code host}, in lower case. */
    public static List<String> domains(String host) {
        return Arrays.stream(host.split(",", -1))
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Override
    public void check(Draft draft, Problems problems) {
        Map<String, Block> owners = new HashMap<>();
        draft.services().values().stream()
                .filter(Draft::isEnabled)
                .forEach(service -> service.text("host").ifPresent(host -> claim(service, host, owners, problems)));
    }

    private static void claim(Block service, Located<String> host, Map<String, Block> owners, Problems problems) {
        for (String domain : domains(host.value())) {
            Block owner = owners.putIfAbsent(domain, service);
            if (owner != null) {
                boolean same = owner.path().equals(service.path());
                problems.error(
                        host.place(),
                        service.path() + ".host: " + host.origin().orElse(domain)
                                + (same ? " stands there twice" : " belongs to " + owner.path() + " already"),
                        "A domain leads to one service.",
                        "Remove it here, or there.");
            }
        }
    }
}
