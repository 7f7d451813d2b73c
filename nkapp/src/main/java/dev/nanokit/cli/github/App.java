package dev.nanokit.cli.github;

import dev.nanokit.cli.Session;
import dev.nanokit.cli.backend.Backend;
import dev.nanokit.github.api.GitHub;
import dev.nanokit.github.flow.FlowPorts;
import dev.nanokit.github.flow.FlowSettings;
import dev.nanokit.github.flow.GitHubApp;
import dev.nanokit.github.flow.Waiting;
import dev.nanokit.server.TriggerHandler;
import dev.nanokit.state.table.Table;
import dev.nanokit.webhook.log.JsonLog;
import dev.nanokit.webhook.trigger.Trigger;

/**
 * The GitHub App, put together from nkapp's parts.
 *
 * @param ports what it works on
 */
public record App(GitHubApp app, FlowPorts ports) implements TriggerHandler {
    /**
     * @param backend where resources and locks are
     * @param memory where the App keeps what it has posted, and for whom
     * @param waiting told when an apply only waits for others
     */
    public static App of(
            GitHub github,
            Backend backend,
            Table memory,
            FlowSettings settings,
            Session session,
            JsonLog log,
            Waiting waiting) {
        FlowPorts ports = new FlowPorts(
                github,
                backend.workflows(),
                backend.store(),
                backend.locks(),
                memory,
                session.surroundings().clock(),
                log,
                settings,
                waiting);
        return new App(new GitHubApp(ports), ports);
    }

    @Override
    public void handle(Trigger trigger) throws InterruptedException {
        app.handle(trigger);
    }

    @Override
    public String lane(Trigger trigger) {
        return app.lane(trigger);
    }

    @Override
    public void arrived(Trigger trigger) {
        app.arrived(trigger);
    }

    @Override
    public boolean beside(Trigger trigger) {
        return app.beside(trigger);
    }
}
