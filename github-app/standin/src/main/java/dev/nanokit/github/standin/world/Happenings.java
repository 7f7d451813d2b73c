package dev.nanokit.github.standin.world;

import java.util.Map;

/** Hears of what happens, as a webhook tells of it. */
@FunctionalInterface
public interface Happenings {
    /** @param details the payload, but for repository, installation and sender */
    void happened(Repo repository, String event, Account sender, Map<String, ?> details);
}
