package dev.nanokit.github.standin.web;

import dev.nanokit.github.standin.world.Account;
import dev.nanokit.github.standin.world.Happenings;
import dev.nanokit.github.standin.world.Hub;
import dev.nanokit.github.standin.world.Repo;
import dev.nanokit.github.standin.world.Views;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the App signed webhooks of what happens, one after the other, and remembers each attempt. As GitHub does, it
 * does not try again by itself.
 */
public final class Webhooks implements Happenings, AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String secret;
    private final ExecutorService sending =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Attempt> attempts = new ArrayList<>();
    private Hub hub;
    private volatile URI target;

    /**
     * One attempt to deliver.
     *
     * @param guid the same for each attempt at the same delivery
     * @param statusCode what was answered, 0 when nothing was
     */
    public record Attempt(
            long id,
            String guid,
            Instant at,
            boolean redelivery,
            String event,
            String action,
            String payload,
            int statusCode) {}

    public Webhooks(String secret) {
        this.secret = secret;
    }

    void of(Hub world) {
        hub = world;
    }

    /** From now on to there; before, nothing is sent, and every attempt has failed. */
    public void sendTo(URI address) {
        target = address;
    }

    @Override
    public void happened(Repo repository, String event, Account sender, Map<String, ?> details) {
        Map<String, Object> payload = new LinkedHashMap<>(details);
        payload.put("repository", Views.repository(repository));
        payload.put("sender", Views.user(sender));
        hub.installationIn(repository.fullName())
                .ifPresent(installation -> payload.put("installation", Map.of("id", installation.id())));
        send(event, payload);
    }

    /** Sends what the stand-in has no cause for, as a merge group's. */
    public void send(String event, Map<String, ?> payload) {
        String action = payload.get("action") instanceof String text ? text : "";
        String body = JSON.writeValueAsString(payload);
        deliver(UUID.randomUUID().toString(), false, event, action, body);
    }

    void again(Attempt attempt) {
        deliver(attempt.guid(), true, attempt.event(), attempt.action(), attempt.payload());
    }

    private void deliver(String guid, boolean redelivery, String event, String action, String body) {
        sending.execute(() -> {
            int status = post(guid, event, body);
            synchronized (attempts) {
                attempts.add(
                        new Attempt(attempts.size() + 1L, guid, hub.now(), redelivery, event, action, body, status));
            }
        });
    }

    private int post(String guid, String event, String body) {
        URI to = target;
        if (to == null) {
            return 0;
        }
        HttpRequest request = HttpRequest.newBuilder(to)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "GitHub-Hookshot/standin")
                .header("X-GitHub-Event", event)
                .header("X-GitHub-Delivery", guid)
                .header("X-GitHub-Hook-Installation-Target-Type", "integration")
                .header("X-Hub-Signature-256", WebhookSignature.of(secret, body))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Waits until everything that has happened so far was sent. */
    public void await() throws InterruptedException {
        try {
            sending.submit(() -> {}).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Oldest first. */
    public List<Attempt> attempts() {
        synchronized (attempts) {
            return List.copyOf(attempts);
        }
    }

    @Override
    public void close() {
        sending.shutdownNow();
        http.close();
    }
}
