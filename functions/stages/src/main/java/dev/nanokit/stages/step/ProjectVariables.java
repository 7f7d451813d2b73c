package dev.nanokit.stages.step;

import java.util.Map;

/**
 * What {@code from: env} stands for, and providers' credentials. Where they are kept in a secret, somebody may change
 * them while a function lives.
 */
public interface ProjectVariables {
    /** @throws dev.nanokit.stages.secret.SecretUnavailableException when they were never read, and can't be */
    Map<String, String> current();

    /**
     * Reads them at once, since something is missing or was refused.
     *
     * @return whether they are others now, so that trying again may help
     */
    boolean renewed();

    /** Those that stay as they are. */
    static ProjectVariables fixed(Map<String, String> variables) {
        Map<String, String> copy = Map.copyOf(variables);
        return new ProjectVariables() {
            @Override
            public Map<String, String> current() {
                return copy;
            }

            @Override
            public boolean renewed() {
                return false;
            }
        };
    }
}
