package dev.nanokit.github.standin.web;

import dev.nanokit.github.standin.world.Hub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The stand-in's parts, put together. */
public final class Gate implements AutoCloseable {
    private static final long APP_ID = 12_345;

    private final App app = new App(APP_ID, "nanokit", AppKeys.ofThisProcess(), "webhook-secret-of-the-stand-in");
    private final Traffic traffic = new Traffic();
    private final Faults faults = new Faults();
    private final Webhooks webhooks = new Webhooks(app.webhookSecret());
    private final GitOperations git = new GitOperations();
    private final Hub hub;
    private final Quota quota;
    private final Tokens tokens;
    private final AppOperations apps;
    private final Server server;

    /** A token that was given out: for which repositories, to do what. */
    public record Granted(String value, Set<String> repositories, Map<String, String> permissions) {}

    /** @param port 0 for any that is free */
    public Gate(int port, Clock clock) {
        this.hub = new Hub(clock, webhooks);
        webhooks.of(hub);
        this.quota = new Quota(hub);
        this.tokens = new Tokens(hub);
        this.apps = new AppOperations(app, hub, webhooks);
        Service service = new Service(
                hub, new Access(app, tokens, hub), operations(), new Service.Controls(traffic, faults, quota));
        try {
            this.server = new Server(port, service, hub);
        } catch (IOException e) {
            throw new UncheckedIOException("the stand-in can't listen on port " + port, e);
        }
    }

    private Operations operations() {
        Operations operations = new Operations(hub);
        apps.addTo(operations, tokens);
        git.addTo(operations);
        new CheckOperations(hub, apps::described).addTo(operations);
        new CommentOperations(app, hub).addTo(operations);
        new IssueOperations(app, hub).addTo(operations);
        new PullOperations(hub).addTo(operations);
        new DeploymentOperations(app, hub).addTo(operations);
        return operations;
    }

    public URI address() {
        return server.address();
    }

    public App app() {
        return app;
    }

    public Hub hub() {
        return hub;
    }

    public Traffic traffic() {
        return traffic;
    }

    public Faults faults() {
        return faults;
    }

    public Quota quota() {
        return quota;
    }

    public Webhooks webhooks() {
        return webhooks;
    }

    /** Every token that was given out, by its value. */
    public List<Granted> granted() {
        synchronized (hub) {
            return tokens.all().entrySet().stream()
                    .map(token -> new Granted(
                            token.getKey(),
                            token.getValue().repositories(),
                            token.getValue().permissions()))
                    .toList();
        }
    }

    /** No token that was given out so far is good any more. */
    public void revokeTokens() {
        synchronized (hub) {
            tokens.revokeAll();
        }
    }

    /** With what credentials archives were fetched: GitHub keeps those at another host, that is to see none. */
    public List<String> archiveAuthorizations() {
        return server.archiveAuthorizations();
    }

    /** Cuts recursive trees above so many entries, as GitHub does those of very large repositories. */
    public void truncateTreesAbove(int entries) {
        git.truncateTreesAbove(entries);
    }

    /** A code as GitHub sends the browser back with when a manifest was agreed to. */
    public void manifestCode(String code) {
        synchronized (hub) {
            apps.codeIssued(code);
        }
    }

    @Override
    public void close() {
        server.close();
        webhooks.close();
    }
}
