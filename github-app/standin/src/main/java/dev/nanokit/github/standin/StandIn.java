package dev.nanokit.github.standin;

import dev.nanokit.github.standin.web.App;
import dev.nanokit.github.standin.web.Faults;
import dev.nanokit.github.standin.web.Gate;
import dev.nanokit.github.standin.web.Quota;
import dev.nanokit.github.standin.web.Traffic;
import dev.nanokit.github.standin.web.Webhooks;
import dev.nanokit.github.standin.world.Hub;
import dev.nanokit.github.standin.world.Installation;
import dev.nanokit.github.standin.world.Repo;
import java.net.URI;
import java.time.Clock;

/**
 * A GitHub that is there for one test: start it, put something into a repository, point the App at {@link #apiUrl} and
 * {@link Webhooks#sendTo} at the App, and look at what has come of it. At the end assert that {@link
 * Traffic#violations} is empty.
 */
public final class StandIn implements AutoCloseable {
    private final Gate gate;

    private StandIn(Gate gate) {
        this.gate = gate;
    }

    /** On a free port of this machine. */
    public static StandIn start() {
        return start(0, Clock.systemUTC());
    }

    /** @param port 0 for any that is free */
    public static StandIn start(int port, Clock clock) {
        return new StandIn(new Gate(port, clock));
    }

    public URI apiUrl() {
        return gate.address();
    }

    /** The same, as a GitHub Enterprise Server has it. */
    public URI enterpriseApiUrl() {
        return gate.address().resolve("/api/v3");
    }

    /** The App that is registered here, its key and its secret. */
    public App app() {
        return gate.app();
    }

    /** The repository, made, with the App installed in it, when it isn't there yet. */
    public Repo repository(String fullName) {
        return hub().repository(fullName);
    }

    public Installation installation(String owner) {
        return hub().installation(owner);
    }

    public Hub hub() {
        return gate.hub();
    }

    public Webhooks webhooks() {
        return gate.webhooks();
    }

    public Traffic traffic() {
        return gate.traffic();
    }

    public Faults faults() {
        return gate.faults();
    }

    /** The rate limit of all installations together. */
    public Quota quota() {
        return gate.quota();
    }

    /** How many tokens were given out, and to do what. */
    public Gate gate() {
        return gate;
    }

    @Override
    public void close() {
        gate.close();
    }
}
