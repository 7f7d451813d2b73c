package dev.nanokit.provider.docker.ssh;

import dev.nanokit.provider.docker.transport.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.signature.Signature;

/**
 * Which kinds of key are known of a host. A host has several keys and shows one: it is asked for a kind that is known,
 * else a host that is known by one key would look like a stranger, or worse, changed.
 */
record KnownKeyTypes(Set<String> types) {
    static KnownKeyTypes read(Path knownHosts, Endpoint.Ssh target) throws IOException {
        Set<String> types = new HashSet<>();
        if (Files.isReadable(knownHosts)) {
            for (KnownHostEntry entry : KnownHostEntry.readKnownHostEntries(knownHosts)) {
                if (entry.isHostMatch(target.host(), target.port())) {
                    types.add(entry.getKeyEntry().getKeyType());
                }
            }
        }
        return new KnownKeyTypes(types);
    }

    /** The same algorithms, those for the known kinds first. */
    List<NamedFactory<Signature>> first(List<NamedFactory<Signature>> algorithms) {
        return algorithms.stream()
                .sorted(Comparator.comparing(algorithm -> !isKnown(algorithm)))
                .toList();
    }

    private boolean isKnown(NamedFactory<Signature> algorithm) {
        return types.contains(KeyUtils.getCanonicalKeyType(algorithm.getName()));
    }
}
