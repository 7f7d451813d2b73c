package dev.nanokit.control;

import dev.nanokit.stages.step.StateSteps;
import dev.nanokit.state.lock.TableLocks;
import dev.nanokit.state.run.Runs;
import dev.nanokit.state.store.TableStateStore;
import dev.nanokit.state.table.Table;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.config.Config;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** Puts the state function together when it starts. */
class StateWiring {
    @Produces
    @Singleton
    StateSteps steps(Config config, Table table, InstantSource clock) {
        String functions = SharedWiring.required(config, "NANOKIT_PROVIDER_FUNCTIONS");
        SfnClient stepFunctions = SfnClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        return new StateSteps(
                new Runs(table, clock),
                new TableStateStore(table, clock),
                new TableLocks(table, clock::millis),
                ProviderFunctions.read(functions),
                new RunningExecutions(stepFunctions, SharedWiring.required(config, "NANOKIT_EXECUTIONS")),
                clock);
    }
}
