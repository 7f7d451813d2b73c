package dev.nanokit.engine.config;

import java.util.List;
import java.util.Optional;

/**
 * Container hosts that are reached over SSH.
 *
 * @param sshKey path of a private key; empty for the agent and the usual files
 */
public record Deploy(List<String> hosts, String sshUser, int sshPort, Optional<String> sshKey) {
    public Deploy {
        hosts = List.copyOf(hosts);
    }
}
