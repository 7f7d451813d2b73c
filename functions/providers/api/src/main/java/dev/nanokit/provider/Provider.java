package dev.nanokit.provider;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.ProviderId;
import java.nio.file.Path;

/** A place where resources live: what the file asks for is compiled for it, and made there over a connection. */
public interface Provider {
    ProviderId id();

    /**
     * Reads what the environment's services are built from. Only files under {@code baseFolder} are read, and nothing is
     * called. A provider that builds nothing has nothing to read.
     */
    default Sources sources(Environment environment, Path baseFolder) {
        return Sources.NONE;
    }

    /**
     * What the environment asks for, as resources of this provider. Pure: no call is made, nothing is read, and the
     * same arguments give the same resources. What the provider cannot do is a problem with its place, never left out in
     * silence; the problems of {@code sources} are among the compilation's.
     */
    Compilation compile(Environment environment, Sources sources);

    /**
     * Opens a connection to where the environment lives.
     *
     * @throws ProviderException when it can't be reached, or the credentials are refused
     */
    Connection connect(Environment environment, ConnectionSettings settings);
}
