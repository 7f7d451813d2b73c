package dev.nanokit.provider.docker.transport;

import java.nio.file.Path;
import java.util.Optional;

/** Where a Docker engine is. */
public sealed interface Endpoint {
    record SocketFile(Path path) implements Endpoint {}

    /** @param certificates folder with ca.pem, cert.pem and key.pem; empty for no encryption */
    record Tcp(String host, int port, Optional<Path> certificates) implements Endpoint {}

    /** @param key file of a private key; empty for the agent and the usual files */
    record Ssh(String user, String host, int port, Optional<Path> key) implements Endpoint {
        @Override
        public String toString() {
            return "ssh://" + user + "@" + host + (port == 22 ? "" : ":" + port);
        }
    }
}
