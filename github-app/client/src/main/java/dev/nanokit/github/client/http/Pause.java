package dev.nanokit.github.client.http;

import dev.nanokit.github.api.GitHubException;
import java.time.Duration;

/** Waits. Tests put in one that only writes down for how long. */
@FunctionalInterface
public interface Pause {
    Pause REAL = duration -> Thread.sleep(duration);

    void sleep(Duration duration) throws InterruptedException;

    /** @throws GitHubException when the thread is interrupted, which it then stays */
    default void of(Duration duration) {
        try {
            sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GitHubException("interrupted while waiting for GitHub", 0, null, e);
        }
    }
}
