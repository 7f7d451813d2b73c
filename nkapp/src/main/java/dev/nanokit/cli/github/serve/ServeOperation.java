package dev.nanokit.cli.github.serve;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.backend.Backend;
import dev.nanokit.cli.github.App;
import dev.nanokit.cli.github.GitHubAccess;
import dev.nanokit.cli.github.GitHubFailures;
import dev.nanokit.cli.github.settings.AppOptions;
import dev.nanokit.cli.github.settings.Exposure;
import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.Refusal;
import dev.nanokit.cli.terminal.Interrupts;
import dev.nanokit.github.api.AppIdentity;
import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.client.GitHubClient;
import dev.nanokit.github.drift.DriftRound;
import dev.nanokit.github.flow.FlowSettings;
import dev.nanokit.github.plans.PlanKey;
import dev.nanokit.github.plans.PlanLinks;
import dev.nanokit.github.plans.PlanPages;
import dev.nanokit.server.AppServer;
import dev.nanokit.server.ServerSettings;
import dev.nanokit.server.http.PageSource;
import dev.nanokit.server.sole.Sole;
import dev.nanokit.webhook.log.JsonLog;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the App until it is told to stop. Logs on standard output, one JSON object on a line. */
public record ServeOperation(Session session) {
    private static final int UNAUTHORIZED = 401;

    /**
     * What was typed; what is left out may stand in the environment.
     *
     * @param planComments whether each pull request gets a comment that shows its checks
     * @param publicUrl where people can look at whole plans
     */
    public record Request(
            AppOptions app,
            List<String> secretFiles,
            Optional<String> address,
            Optional<String> port,
            boolean planComments,
            Optional<String> driftEvery,
            Optional<String> publicUrl) {}

    /** What is done for whoever asks, by itself, and for who looks. */
    private record Work(App app, DriftRound drift, PageSource pages) {}

    public ExitStatus run(Request request) {
        Optional<String> publicUrl = PublicUrl.read(request.publicUrl(), session.surroundings());
        ServeSettings settings = ServeSettings.read(
                new ServeSettings.Typed(
                        request.app(), request.secretFiles(), request.address(), request.port(), request.driftEvery()),
                session.surroundings());
        JsonLog log = new JsonLog(
                new PrintStream(session.terminal().out(), true, StandardCharsets.UTF_8),
                session.surroundings().clock());
        warnOfExposure(settings, log);
        GitHubClient github = GitHubAccess.client(settings.credentials());
        greet(github, log);
        Ending ending = new Ending();
        try (Backend backend = session.backends().open(session.surroundings().variables())) {
            Optional<PlanLinks> links = publicUrl.map(url -> new PlanLinks(url, PlanKey.of(backend.table())));
            FlowSettings flow = FlowSettings.standard(
                            GitHubAccess.web(settings.credentials().api()),
                            session.surroundings().variables())
                    .withPlanComments(request.planComments())
                    .withPlanLinks(links);
            ServerSettings server = ServerSettings.on(settings.address());
            App app = App.of(
                    github,
                    backend,
                    backend.table(),
                    flow,
                    session,
                    log,
                    new InSlots(server.limits().slots()));
            PageSource pages = links.<PageSource>map(it -> new PlanPath(new PlanPages(backend.store(), it)))
                    .orElse(PageSource.NONE);
            DriftRound drift = new DriftRound(app.ports(), github::issues);
            serve(settings, server, backend, new Work(app, drift, pages), ending, log);
        }
        return ending.hasLostState() ? lost(log) : ExitStatus.OK;
    }

    private static ExitStatus lost(JsonLog log) {
        log.write(
                JsonLog.Level.ERROR,
                "another_server",
                Map.of("fix", "see which other server runs on this state; what is left here goes on there"));
        return ExitStatus.FAILED;
    }

    /** Says as whom it runs. That GitHub can't be reached right now is no reason not to take what it sends later. */
    private static void greet(GitHubClient github, JsonLog log) {
        try {
            AppIdentity app = github.identity();
            log.write(JsonLog.Level.INFO, "app", Map.of("id", app.id(), "slug", app.slug(), "page", app.htmlUrl()));
        } catch (GitHubException e) {
            if (e.status() == UNAUTHORIZED) {
                throw new Refusal(GitHubFailures.of(e));
            }
            log.write(JsonLog.Level.WARN, "github_not_reached", Map.of("cause", String.valueOf(e.getMessage())));
        }
    }

    private static void warnOfExposure(ServeSettings settings, JsonLog log) {
        settings.files().stream()
                .filter(Exposure::isOpenToOthers)
                .forEach(file -> log.write(
                        JsonLog.Level.WARN,
                        "open_to_others",
                        Map.of("file", file.toString(), "fix", "chmod 600 " + file)));
    }

    private void serve(
            ServeSettings settings, ServerSettings server, Backend backend, Work work, Ending ending, JsonLog log) {
        Interrupts.Watch watch = session.interrupts().watch(ending::ask);
        try {
            Sole sole = new OneServer(session, log).take(backend, ending::loseState);
            try {
                AppServer running = start(settings, server, backend, work, log);
                DriftRounds rounds = DriftRounds.start(work.drift(), settings.driftEvery(), running::looked, log);
                ending.await();
                rounds.stop();
                running.close();
            } finally {
                sole.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watch.close();
        }
    }

    private AppServer start(ServeSettings settings, ServerSettings server, Backend backend, Work work, JsonLog log) {
        try {
            return AppServer.start(
                    server,
                    settings.secrets(),
                    backend.table(),
                    new PatientHandler(work.app()),
                    log,
                    session.surroundings().clock(),
                    work.pages());
        } catch (IOException e) {
            throw new Refusal(cannotListen(settings.address(), e));
        }
    }

    private static Failure cannotListen(InetSocketAddress address, IOException e) {
        return Failure.failed(
                "port",
                "nothing can listen on " + address.getHostString() + ":" + address.getPort(),
                String.valueOf(e.getMessage()),
                "stop what listens there, or give another: --port PORT, --address ADDRESS");
    }
}
