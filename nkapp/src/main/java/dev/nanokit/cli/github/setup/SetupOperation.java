package dev.nanokit.cli.github.setup;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.github.GitHubFailures;
import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.Refusal;
import dev.nanokit.cli.terminal.Interrupts;
import dev.nanokit.github.api.AppRegistration;
import dev.nanokit.github.api.AppRegistration.RegisteredApp;
import dev.nanokit.github.api.GitHubException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** Registers a GitHub App: sends the browser to GitHub with what the App is to be, and keeps what comes back. */
public final class SetupOperation {
    private final Session session;
    private final Function<URI, AppRegistration> registrations;
    private final SetupView view;

    /** @param registrations by the API's address */
    public SetupOperation(Session session, boolean json, Function<URI, AppRegistration> registrations) {
        this.session = session;
        this.registrations = registrations;
        this.view = new SetupView(session.terminal(), json);
    }

    /**
     * @param name proposed for the App; empty for one that tells whose it is
     * @param organization whose it is to be; empty for the user's own
     * @param webhook where GitHub reaches the App
     * @param port of the pages on this machine; 0 for any
     * @param force whether another App's key may be overwritten
     */
    public record Request(
            Optional<String> name,
            Optional<String> organization,
            Optional<URI> web,
            Optional<URI> api,
            Optional<URI> webhook,
            int port,
            AppStore store,
            boolean force) {}

    public ExitStatus run(Request request) {
        GitHubPlace place = GitHubPlace.of(request.web(), request.api());
        request.store().requireRoom(request.force());
        try (SetupServer server = listen(request.port())) {
            CompletableFuture<RegisteredApp> registered = new CompletableFuture<>();
            Manifest manifest = new Manifest(
                    request.name().orElseGet(() -> name(request)),
                    place.web().toString(),
                    request.webhook().map(URI::toString),
                    server.redirect());
            server.begin(
                    SetupPages.start(place.registration(request.organization(), server.state()), manifest.json()),
                    code -> register(code, place, request.store(), registered));
            view.open(server.address());
            RegisteredApp app = await(registered);
            view.registered(app, place, request);
            return ExitStatus.OK;
        } catch (CancellationException e) {
            view.stopped();
            return ExitStatus.CANCELLED;
        }
    }

    private static SetupServer listen(int port) {
        try {
            return SetupServer.listen(port);
        } catch (IOException e) {
            throw new Refusal(Failure.failed(
                    "port",
                    "nothing can listen on port " + port + " of this machine",
                    String.valueOf(e.getMessage()),
                    "give another one: --port PORT, or 0 for any"));
        }
    }

    private String name(Request request) {
        String whose = request.organization().orElse(session.surroundings().user());
        String name = "Nanokit " + whose;
        return name.substring(0, Math.min(Manifest.LONGEST_NAME, name.length()));
    }

    /** What the browser gets to see; what the terminal says comes through the future. */
    private String register(
            String code, GitHubPlace place, AppStore store, CompletableFuture<RegisteredApp> registered) {
        try {
            RegisteredApp app =
                    WebhookSecret.given(registrations.apply(place.api()).register(code));
            store.keep(app);
            registered.complete(app);
            return SetupPages.done(app.slug(), SetupView.install(app));
        } catch (GitHubException e) {
            registered.completeExceptionally(new Refusal(GitHubFailures.of(e)));
            return SetupPages.failed("GitHub did not give the App's key.");
        } catch (RuntimeException e) {
            registered.completeExceptionally(e);
            return SetupPages.failed("The App is there, but its key could not be kept.");
        }
    }

    private RegisteredApp await(CompletableFuture<RegisteredApp> registered) {
        Interrupts.Watch watch = session.interrupts().watch(() -> registered.cancel(false));
        try {
            return registered.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            watch.close();
        }
    }
}
