package dev.nanokit.http;

import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.priming.MadeUpAccount;
import dev.nanokit.priming.Priming;
import dev.nanokit.provider.docker.DockerProvider;
import dev.nanokit.stages.secret.SecretSources;
import dev.nanokit.stages.step.FailedStepException;
import dev.nanokit.stages.step.ProjectVariables;
import dev.nanokit.stages.step.ProviderSteps;
import dev.nanokit.stages.step.RetryableStepException;
import dev.nanokit.stages.telemetry.StepTelemetry;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.lock.TableLocks;
import dev.nanokit.state.run.RunFailure;
import dev.nanokit.state.run.RunRequest;
import dev.nanokit.state.run.RunRequest.ConfigText;
import dev.nanokit.state.run.RunResult;
import dev.nanokit.state.run.Runs;
import dev.nanokit.state.store.TableStateStore;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.dynamodb.DynamoDbTable;
import dev.nanokit.state.table.memory.MemoryTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** A plan that is made up, as far as to its provider, which is nobody. Without a trace. */
final class ProviderRehearsal implements Priming.Rehearsal {
    private static final String RUN = "rehearsal";
    private static final String FILE = """
            name: rehearsal
            git: { environments: { main: production } }
            services: { web: { image: "rehearsal:1" } }
            """;

    private final MadeUpAccount account = new MadeUpAccount();
    private final InstantSource clock;

    ProviderRehearsal(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void perform() throws IOException {
        account.client(SecretsManagerClient.builder()).getSecretValue(request -> request.secretId(RUN));
        plan(new DynamoDbTable(account.client(DynamoDbClient.builder()), RUN, clock));
        plan(new MemoryTable(clock));
    }

    /** @return why there is no plan */
    String plan(Table table) throws IOException {
        Runs runs = new Runs(table, clock);
        runs.ask(request());
        byte[] step = ("{\"version\":1,\"step\":\"plan\",\"run\":\"" + RUN + "\"}").getBytes(StandardCharsets.UTF_8);
        try {
            function(runs, table).handleRequest(new ByteArrayInputStream(step), OutputStream.nullOutputStream(), null);
        } catch (RetryableStepException | FailedStepException e) {
            return String.valueOf(e.getMessage());
        }
        return runs.result(RUN)
                .map(result -> result instanceof RunResult.Failed(RunFailure why) ? why.message() : result.toString())
                .orElse("");
    }

    private ProviderFunction function(Runs runs, Table table) {
        ProviderSteps steps = new ProviderSteps(
                runs,
                new TableStateStore(table, clock),
                new TableLocks(table, clock::millis),
                Map.of(ProviderId.DOCKER, new DockerProvider()),
                new SecretSources(Map.of()),
                request -> Path.of(System.getProperty("java.io.tmpdir")),
                ProjectVariables.fixed(Map.of("DOCKER_HOST", "tcp://127.0.0.1:1")),
                clock);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new ProviderFunction(steps, new StepTelemetry(nowhere, clock, RUN, "provider-http"));
    }

    private static RunRequest request() {
        return new RunRequest(
                RUN,
                new EnvironmentId("0", RUN, "production"),
                new ConfigText("nanokit.yml", FILE, Map.of()),
                "main",
                "docker",
                false,
                RUN,
                "",
                Set.of(),
                false,
                Optional.empty(),
                Optional.empty());
    }
}
