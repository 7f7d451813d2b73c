package dev.nanokit.stages.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.ValueJson;
import dev.nanokit.provider.Compilation;
import dev.nanokit.provider.Connection;
import dev.nanokit.provider.ConnectionSettings;
import dev.nanokit.provider.Provider;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.provider.Sources;
import dev.nanokit.stages.Site;
import dev.nanokit.stages.secret.SecretSources;
import dev.nanokit.stages.secret.SecretUnavailableException;
import dev.nanokit.stages.world.Fate;
import dev.nanokit.stages.world.ModelCloud;
import dev.nanokit.stages.world.ScriptedProvider;
import dev.nanokit.stages.world.Things;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.lock.TableLocks;
import dev.nanokit.state.run.RunFailure;
import dev.nanokit.state.run.RunRequest;
import dev.nanokit.state.run.RunRequest.ConfigText;
import dev.nanokit.state.run.RunResult;
import dev.nanokit.state.run.Runs;
import dev.nanokit.state.store.TableStateStore;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.memory.MemoryTable;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A function that lives, while somebody changes the secret that it has read. */
class RenewedVariablesTest {
    private static final EnvironmentId PRODUCTION = new EnvironmentId("42", "shop", "production");
    private static final InstantSource CLOCK = InstantSource.system();

    private final Table table = new MemoryTable(CLOCK);
    private final Runs runs = new Runs(table, CLOCK);
    private final ModelCloud cloud = new ModelCloud();
    private final Vault vault = new Vault();

    @TempDir
    Path folder;

    /** What is read of it once is believed until it is read again. */
    private static final class Vault implements ProjectVariables {
        private Map<String, String> kept = Map.of();
        private Map<String, String> read = Map.of();

        private Optional<SecretUnavailableException> refusal = Optional.empty();

        @Override
        public Map<String, String> current() {
            refusal.ifPresent(e -> {
                throw e;
            });
            return read;
        }

        @Override
        public boolean renewed() {
            boolean other = !read.equals(kept);
            read = kept;
            return other;
        }
    }

    /** A provider that asks for its token. */
    private final class Guarded implements Provider {
        private final Provider inner = new ScriptedProvider(
                cloud, new Owner("shop", "production", "main"), Fate.never(), List.of(Things.thing("data", "red")));

        @Override
        public ProviderId id() {
            return inner.id();
        }

        @Override
        public Compilation compile(Environment environment, Sources sources) {
            return inner.compile(environment, sources);
        }

        @Override
        public Connection connect(Environment environment, ConnectionSettings settings) {
            if (!"new".equals(settings.variables().get("TOKEN"))) {
                throw new ProviderException("the token is refused", false, "Refused", "give another", null);
            }
            return inner.connect(environment, settings);
        }
    }

    private ProviderSteps provider() {
        return new ProviderSteps(
                runs,
                new TableStateStore(table, CLOCK),
                new TableLocks(table, CLOCK::millis),
                Map.of(ProviderId.DOCKER, new Guarded()),
                new SecretSources(Map.of()),
                request -> folder,
                vault,
                CLOCK,
                Site.Parts.NO_BEATS);
    }

    private void ask() {
        runs.ask(new RunRequest(
                "run",
                PRODUCTION,
                new ConfigText("nanokit.yml", "name: shop\ninfra: { provider: docker }\n", Map.of()),
                "main",
                "docker",
                false,
                "acme/shop",
                "c0ffee",
                Set.of(),
                false,
                Optional.empty(),
                Optional.empty()));
    }

    private static JsonFields request(String step, String more) {
        return JsonFields.parse("{\"version\":1,\"step\":\"" + step + "\",\"run\":\"run\"" + more + "}");
    }

    private JsonFields provider(String step, String more) {
        return JsonFields.parse(
                provider().handle(ValueJson.write(request(step, more).object())));
    }

    @Test
    void planIsMadeWithTheTokenThatIsInTheSecretNow() {
        ask();
        vault.kept = Map.of("TOKEN", "new");

        provider("plan", "");

        assertThat(runs.result("run")).contains(new RunResult.Planned());
    }

    @Test
    void tokenThatIsStillRefusedIsTold() {
        ask();
        vault.kept = Map.of("TOKEN", "another wrong one");

        provider("plan", "");

        assertThat(runs.result("run")).hasValueSatisfying(result -> {
            RunFailure why = ((RunResult.Failed) result).why();
            assertThat(why.message()).isEqualTo("the token is refused");
            assertThat(why.fix()).isEqualTo("give another");
        });
    }

    @Test
    void secretThatMayNotBeReadIsTheRunsResultWithWhatToDo() {
        ask();
        vault.refusal = Optional.of(new SecretUnavailableException(
                "the secret nanokit-projects can't be read: AWS denies access",
                "allow secretsmanager:GetSecretValue",
                null));

        provider("plan", "");

        assertThat(runs.result("run")).hasValueSatisfying(result -> {
            RunFailure why = ((RunResult.Failed) result).why();
            assertThat(why.message()).isEqualTo("the secret nanokit-projects can't be read: AWS denies access");
            assertThat(why.fix()).isEqualTo("allow secretsmanager:GetSecretValue");
        });
    }
}
