package dev.nanokit.control;

import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.ValueJson;
import dev.nanokit.priming.MadeUpAccount;
import dev.nanokit.priming.Priming;
import dev.nanokit.stages.step.FailedStepException;
import dev.nanokit.stages.step.StateSteps;
import dev.nanokit.stages.telemetry.StepTelemetry;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.lock.TableLocks;
import dev.nanokit.state.run.RunRequest;
import dev.nanokit.state.run.RunRequest.ApplyTerms;
import dev.nanokit.state.run.RunRequest.ConfigText;
import dev.nanokit.state.run.Runs;
import dev.nanokit.state.store.TableStateStore;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.dynamodb.DynamoDbTable;
import dev.nanokit.state.table.memory.MemoryTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The first steps of an apply that is made up, and the sweeper's, without a trace. */
final class StateRehearsal implements Priming.Rehearsal {
    private static final String RUN = "rehearsal";
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final MadeUpAccount account = new MadeUpAccount();
    private final InstantSource clock;

    StateRehearsal(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void perform() throws IOException {
        inMemory();
        throughTheSdk();
    }

    /**
     * An apply up to its lock, which is then given back.
     *
     * @return what the function answered for the lock
     */
    String inMemory() throws IOException {
        Table table = new MemoryTable(clock);
        new Runs(table, clock).ask(request());
        StateFunction function = function(table);
        String opened = call(
                function, "\"step\":\"open\",\"does\":\"apply\",\"input\":{\"version\":1,\"run\":\"" + RUN + "\"}");
        String lock = ValueJson.write(JsonFields.parse(opened).fields("lock").object());
        String locked = call(function, "\"step\":\"lock\",\"run\":\"" + RUN + "\",\"lock\":" + lock);
        call(
                function,
                "\"step\":\"recover\",\"data\":{\"run\":\"" + RUN
                        + "\",\"error\":{\"Error\":\"rehearsal\",\"Cause\":\"\"}}");
        return locked;
    }

    /** What was asked for is not in a made-up account, so that the step fails. */
    private void throughTheSdk() throws IOException {
        StateFunction function = function(new DynamoDbTable(account.client(DynamoDbClient.builder()), RUN, clock));
        call(function, "\"step\":\"sweep\"");
        try {
            call(function, "\"step\":\"open\",\"does\":\"plan\",\"input\":{\"version\":1,\"run\":\"" + RUN + "\"}");
        } catch (FailedStepException e) {
            stepFunctions().describeExecution(request -> request.executionArn(RUN));
        }
    }

    private StateFunction function(Table table) {
        StateSteps steps = new StateSteps(
                new Runs(table, clock),
                new TableStateStore(table, clock),
                new TableLocks(table, clock::millis),
                Map.of(ProviderId.DOCKER, RUN),
                new RunningExecutions(stepFunctions(), RUN),
                clock);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new StateFunction(steps, new StepTelemetry(nowhere, clock, RUN, "state"));
    }

    private SfnClient stepFunctions() {
        return account.client(SfnClient.builder());
    }

    private static String call(StateFunction function, String fields) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] request = ("{\"version\":1," + fields + "}").getBytes(StandardCharsets.UTF_8);
        function.handleRequest(new ByteArrayInputStream(request), answer, null);
        return answer.toString(StandardCharsets.UTF_8);
    }

    private RunRequest request() {
        Holder nobody = new Holder(RUN, RUN, "", clock.instant());
        return new RunRequest(
                RUN,
                new EnvironmentId("0", RUN, "production"),
                new ConfigText("nanokit.yml", "name: rehearsal\nenvironments: { production: {} }\n", Map.of()),
                "main",
                "docker",
                false,
                RUN,
                "",
                Set.of(),
                false,
                Optional.empty(),
                Optional.of(new ApplyTerms(Optional.empty(), false, nobody, SHORT, SHORT)));
    }
}
