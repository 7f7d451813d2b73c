package dev.nanokit.github.standin.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The deployments of a repository. */
public final class Deployments {
    private final Hub hub;
    private final List<Deployment> deployments = new ArrayList<>();

    /** @param statuses what was said of it, oldest first */
    public record Deployment(
            long id,
            String ref,
            String sha,
            String environment,
            String description,
            Instant createdAt,
            List<Map<String, ?>> statuses) {
        /** The newest, {@code pending} before the first. */
        public String state() {
            return statuses.isEmpty() ? "pending" : (String) statuses.getLast().get("state");
        }
    }

    Deployments(Hub hub) {
        this.hub = hub;
    }

    public Deployment create(String ref, String sha, String environment, String description) {
        Deployment made =
                new Deployment(hub.nextId(), ref, sha, environment, description, hub.now(), new ArrayList<>());
        deployments.add(made);
        return made;
    }

    public Optional<Deployment> find(long id) {
        return deployments.stream().filter(one -> one.id() == id).findFirst();
    }

    /** Oldest first. */
    public List<Deployment> all() {
        synchronized (hub) {
            return List.copyOf(deployments);
        }
    }
}
