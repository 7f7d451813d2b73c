package dev.nanokit.state.store;

import dev.nanokit.state.EnvironmentId;

/** The component belongs to another repository. */
public final class ForeignComponentException extends RuntimeException {
    public ForeignComponentException(String message) {
        super(message);
    }

    static ForeignComponentException of(EnvironmentId environment, String component, String owner, String claimant) {
        return new ForeignComponentException("component '" + component + "' of " + environment.project() + "/"
                + environment.environment() + " belongs to " + owner + ", and this is " + claimant
                + ". Give this repository's part of the project a name of its own (component: in nanokit.yml), or destroy"
                + " the component from " + owner + " first, which gives it up.");
    }
}
