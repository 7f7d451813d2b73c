package dev.nanokit.engine.config.check;

import dev.nanokit.engine.config.tree.Located;
import dev.nanokit.engine.source.Problems;
import java.util.HashSet;
import java.util.Set;

/** {@code deploy} names hosts, each once, and nothing but their names. */
final class DeployRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        draft.root().block("deploy").ifPresent(deploy -> {
            if (!deploy.has("hosts")) {
                problems.error(
                        deploy.place(),
                        "deploy.hosts is missing",
                        "deploy says which container hosts are reached over SSH.",
                        "Add hosts: [host.example], or remove deploy.");
            }
            Set<String> seen = new HashSet<>();
            deploy.texts("hosts").forEach(host -> check(host, seen, problems));
        });
    }

    private static void check(Located<String> host, Set<String> seen, Problems problems) {
        if (!seen.add(host.value())) {
            problems.error(
                    host.place(),
                    "deploy.hosts: " + host.shown() + " stands there twice",
                    "Each host is named once.",
                    "Remove one of the two.");
        }
        if (host.value().matches("[^:]*:[0-9]+")) {
            problems.error(
                    host.place(),
                    "deploy.hosts: " + host.shown() + " has a port",
                    "The port is the same for all hosts.",
                    "Write the host alone, and its port as sshPort beside hosts.");
        }
    }
}
