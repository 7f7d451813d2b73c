package dev.nanokit.stages.secret;

import dev.nanokit.engine.config.SecretRef;
import java.util.Optional;

/** Looks secrets up where the file says they are. */
public interface SecretSource {
    /**
     * Returns the secret's text, or empty when there is no such secret.
     *
     * @throws SecretUnavailableException when the store can't be asked
     */
    Optional<String> find(SecretRef ref);
}
