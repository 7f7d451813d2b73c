package dev.nanokit.state.store;

import dev.nanokit.state.EnvironmentId;

/** The environment has changed since the plan was made; plan again. */
public final class StalePlanException extends RuntimeException {
    public StalePlanException(String message) {
        super(message);
    }

    static StalePlanException of(EnvironmentId environment, String component, long planned, long now) {
        return new StalePlanException("component '" + component + "' of " + environment.project() + "/"
                + environment.environment() + " has changed since this was planned (serial " + planned + " then, " + now
                + " now). Plan again.");
    }
}
