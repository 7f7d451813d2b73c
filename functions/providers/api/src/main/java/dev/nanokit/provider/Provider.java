package dev.nanokit.provider;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.ProviderId;

/** A place where resources live: what the file asks for is compiled for it, and made there over a connection. */
public interface Provider {
    ProviderId id();

    /**
     * What the environment asks for, as resources of this provider. Pure: no call is made, nothing is read, and the
     * same environment gives the same resources. What the provider cannot do is a problem with its place, never left
     * out in silence.
     */
    Compilation compile(Environment environment);

    /**
     * Opens a connection to where the environment lives.
     *
     * @throws ProviderException when it can't be reached, or the credentials are refused
     */
    Connection connect(Environment environment, ConnectionSettings settings);
}
