package dev.nanokit.control;

import dev.nanokit.github.client.ClientSettings;
import dev.nanokit.github.client.GitHubClient;
import dev.nanokit.github.drift.DriftSteps;
import dev.nanokit.github.flow.AppSteps;
import dev.nanokit.github.flow.FlowPorts;
import dev.nanokit.github.flow.FlowSettings;
import dev.nanokit.github.flow.RunsInTable;
import dev.nanokit.github.flow.StageRuns;
import dev.nanokit.github.plans.PlanKey;
import dev.nanokit.github.plans.PlanLinks;
import dev.nanokit.github.step.GitHubSteps;
import dev.nanokit.secrets.AwsSecrets;
import dev.nanokit.sources.BucketSources;
import dev.nanokit.stages.Pause;
import dev.nanokit.stages.run.SourceStore;
import dev.nanokit.state.lock.TableLocks;
import dev.nanokit.state.run.Runs;
import dev.nanokit.state.store.TableStateStore;
import dev.nanokit.state.table.Table;
import dev.nanokit.webhook.log.JsonLog;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Puts the github function together when it starts. */
class GitHubWiring {
    /** Longer than a server's: what beats is a function that has to be started first. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    /** The schedule says how often; whatever it starts looks at all that nobody has looked at since the last time. */
    private static final Duration DRIFT_EVERY = Duration.ofMinutes(30);

    @Produces
    @Singleton
    GitHubSteps steps(Config config, Table table, InstantSource clock) {
        ControlSettings settings = ControlSettings.from(name -> config.getOptionalValue(name, String.class));
        Map<String, String> variables = System.getenv();
        AppSecrets secrets = new AppSecrets(new AwsSecrets(variables), settings);
        ClientSettings client = new ClientSettings(settings.api(), secrets.appId(), secrets::privateKey, "nanokit");
        return steps(
                GitHubClient.connect(client, Clock.systemUTC()),
                table,
                sources(settings),
                clock,
                new JsonLog(System.out, clock),
                FlowSettings.standard(client.webUrl(), variables)
                        .withPlanLinks(settings.pages().map(url -> new PlanLinks(url, PlanKey.of(table)))));
    }

    static GitHubSteps steps(
            GitHubClient github,
            Table table,
            SourceStore sources,
            InstantSource clock,
            JsonLog log,
            FlowSettings settings) {
        FlowPorts ports = FlowPorts.withoutStages(
                github,
                new TableStateStore(table, clock),
                new TableLocks(table),
                table,
                clock,
                log,
                settings.withLease(LEASE));
        StageRuns runs = new RunsInTable(new Runs(table, clock), sources);
        return new GitHubSteps(
                new AppSteps(ports, runs, Pause.SLEEP), new DriftSteps(ports, github::issues, runs), DRIFT_EVERY);
    }

    private static SourceStore sources(ControlSettings settings) {
        return new BucketSources(
                S3Client.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build(),
                settings.sources());
    }
}
