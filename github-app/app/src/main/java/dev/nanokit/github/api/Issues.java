package dev.nanokit.github.api;

import dev.nanokit.webhook.trigger.RepositoryRef;
import java.util.Optional;

/** The issues that the App keeps in one repository. Every method may throw {@link GitHubException}. */
public interface Issues {
    /** Opens an issue, and gives its number. */
    int create(String title, String body);

    /** Writes it anew, and opens it where it is closed. */
    void update(int number, String title, String body);

    /** Closes it as done. Nothing happens to one that is closed. */
    void close(int number);

    /** The newest of the App's own issues, open or closed, whose body holds the marker. */
    Optional<Integer> find(String marker);

    /** Where issues are kept. */
    interface Tracker {
        Issues of(RepositoryRef ref);
    }
}
