package dev.nanokit.cli.backend;

import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.provider.Provider;
import dev.nanokit.stages.Workflows;
import dev.nanokit.state.lock.Locks;
import dev.nanokit.state.store.StateStore;
import dev.nanokit.state.table.Table;
import java.util.Map;
import java.util.Optional;

/** What the commands work on: the workflows, state and locks, and the providers. Opened when first needed. */
public interface Backend extends AutoCloseable {
    /** Begins, in the background, with what takes time to open, while the caller does something else. */
    void prepare();

    Workflows workflows();

    StateStore store();

    Locks locks();

    /** Where all of that is kept, and whatever else has to outlive the process. */
    Table table();

    /** Empty for a provider that this build of nkapp doesn't have. */
    Optional<Provider> provider(ProviderId id);

    /** Where state and locks are kept, as people know it: a file, or a table's address. */
    String stateLocation();

    /**
     * Writes something where state is kept, and takes it away again.
     *
     * @throws dev.nanokit.state.table.TableException when that can't be done
     */
    void tryState();

    @Override
    void close();

    /** Opens a backend. */
    interface Factory {
        /** @param variables the process's, and those of {@code .env}: {@code NANOKIT_STATE}, {@code DOCKER_HOST} */
        Backend open(Map<String, String> variables);
    }
}
