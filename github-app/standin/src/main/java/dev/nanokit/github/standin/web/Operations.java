package dev.nanokit.github.standin.web;

import dev.nanokit.github.standin.world.Hub;
import dev.nanokit.github.standin.world.Repo;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** What is done for each operation, by GitHub's name for it. */
final class Operations {
    private final Hub hub;
    private final Map<String, Handler> handlers = new HashMap<>();

    Operations(Hub hub) {
        this.hub = hub;
    }

    void add(String operation, Handler handler) {
        handlers.put(operation, handler);
    }

    /** One that needs the repository to be there. */
    void inRepository(String operation, BiFunction<Repo, Ask, Reply> handler) {
        add(
                operation,
                ask -> hub.find(ask.fullName())
                        .map(repo -> handler.apply(repo, ask))
                        .orElseGet(Reply::missing));
    }

    Handler handler(String operation) {
        return handlers.get(operation);
    }
}
