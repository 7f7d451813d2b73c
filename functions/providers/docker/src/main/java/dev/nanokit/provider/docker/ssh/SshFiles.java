package dev.nanokit.provider.docker.ssh;

import dev.nanokit.provider.docker.transport.Endpoints;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a user's SSH files are.
 *
 * @param folder {@code ~/.ssh}
 * @param agent the socket file of the user's agent
 */
record SshFiles(Path folder, Optional<Path> agent) {
    static SshFiles of(Map<String, String> variables) {
        Optional<Path> agent = Optional.ofNullable(variables.get("SSH_AUTH_SOCK"))
                .filter(path -> !path.isBlank())
                .map(Path.of("/")::resolve);
        return new SshFiles(Endpoints.home(variables).resolve(".ssh"), agent);
    }

    Path knownHosts() {
        return folder.resolve("known_hosts");
    }

    Path config() {
        return folder.resolve("config");
    }

    /** Those that are tried without being named, best first. */
    List<Path> usualKeys() {
        return List.of(folder.resolve("id_ed25519"), folder.resolve("id_ecdsa"), folder.resolve("id_rsa"));
    }
}
