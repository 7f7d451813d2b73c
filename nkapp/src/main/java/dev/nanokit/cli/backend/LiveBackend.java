package dev.nanokit.cli.backend;

import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.engine.config.SecretRef;
import dev.nanokit.provider.Provider;
import dev.nanokit.provider.aws.AwsProvider;
import dev.nanokit.provider.docker.DockerProvider;
import dev.nanokit.secrets.AwsSecrets;
import dev.nanokit.stages.InProcessWorkflows;
import dev.nanokit.stages.Workflows;
import dev.nanokit.stages.secret.SecretSources;
import dev.nanokit.state.Tables;
import dev.nanokit.state.lock.Locks;
import dev.nanokit.state.lock.TableLocks;
import dev.nanokit.state.store.StateStore;
import dev.nanokit.state.store.TableStateStore;
import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.Write;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The real one: this is where nkapp's parts are put together. State is opened by whoever first needs it. */
public final class LiveBackend implements Backend {
    private final String address;
    private final InstantSource clock = InstantSource.system();
    private final AwsSecrets secrets;
    private final Map<ProviderId, Provider> providers =
            Map.of(ProviderId.DOCKER, new DockerProvider(), ProviderId.AWS, new AwsProvider());
    private boolean tableBegun;
    private final FutureTask<Table> table = new FutureTask<>(this::openTable);

    private LiveBackend(Map<String, String> variables) {
        this.address = Tables.address(variables);
        this.secrets = new AwsSecrets(variables);
    }

    public static Backend open(Map<String, String> variables) {
        return new LiveBackend(variables);
    }

    @Override
    public Workflows workflows() {
        return new InProcessWorkflows(store(), locks(), providers, sources());
    }

    private SecretSources sources() {
        return new SecretSources(Map.of(SecretRef.Store.SSM, secrets, SecretRef.Store.SECRETS_MANAGER, secrets));
    }

    @Override
    public StateStore store() {
        return new TableStateStore(table(), clock);
    }

    @Override
    public Locks locks() {
        return new TableLocks(table());
    }

    @Override
    public Optional<Provider> provider(ProviderId id) {
        return Optional.ofNullable(providers.get(id));
    }

    @Override
    public String stateLocation() {
        return address;
    }

    @Override
    public void tryState() {
        ItemKey key = new ItemKey("DOCTOR", UUID.randomUUID().toString());
        Item item = new Item(key, 1, 0, "{}", OptionalLong.empty());
        table().transact(List.of(new Write.Put(item, new Condition.Absent())));
        table().transact(List.of(new Write.Delete(key, new Condition.Always())));
    }

    @Override
    public void prepare() {
        tableBegun = true;
        Thread.ofPlatform().daemon().name("state").start(table);
    }

    private Table openTable() {
        return Tables.open(address, clock);
    }

    /** Opened by whoever comes first. */
    @Override
    public Table table() {
        tableBegun = true;
        table.run();
        try {
            return table.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while state was being opened", e);
        }
    }

    @Override
    public void close() {
        secrets.close();
        if (tableBegun) {
            closeTable();
        }
    }

    private void closeTable() {
        try {
            table.get().close();
        } catch (ExecutionException e) {
            // It was never opened. Whoever needed it has been told why; nobody else need know.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
