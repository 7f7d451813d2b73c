package dev.nanokit.provider.docker.rollout;

import dev.nanokit.provider.ProviderException;
import dev.nanokit.provider.docker.engine.EngineClient;
import dev.nanokit.provider.docker.rollout.Containers.Listed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Changes the password inside a database before its container is made anew with another one: an image looks at the
 * password in its variables only while it initialises its data, so the data would keep the old one.
 */
final class PasswordChange {
    private static final Duration ONCE_WITHIN = Duration.ofSeconds(30);
    private static final Duration STARTED_WITHIN = Duration.ofMinutes(1);
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final EngineClient engine;
    private final Containers containers;
    private final InstantSource clock;

    PasswordChange(EngineClient engine, Containers containers, InstantSource clock) {
        this.engine = engine;
        this.containers = containers;
        this.clock = clock;
    }

    /** Does nothing unless it is a database whose container has another password than the spec. */
    void carryOut(ContainerSpec spec, Consumer<String> progress) {
        Optional<DatabaseClient> client = spec.database().flatMap(DatabaseClient::of);
        Optional<Listed> container =
                Optional.ofNullable(containers.bySlot(spec.name()).get(Slot.MAIN));
        if (client.isEmpty() || container.isEmpty()) {
            return;
        }
        String wanted = spec.env().getOrDefault(client.get().passwordVariable(), "");
        Optional<String> current = variable(container.get(), client.get().passwordVariable());
        if (current.isPresent() && !current.get().equals(wanted)) {
            progress.accept("changing the password inside database " + spec.service());
            change(spec, container.get(), client.get(), wanted);
        }
    }

    private Optional<String> variable(Listed container, String name) {
        JsonNode env = engine.get("/containers/" + container.id() + "/json", "looking at the database's container")
                .path("Config")
                .path("Env");
        for (JsonNode variable : env) {
            if (variable.asString("").startsWith(name + "=")) {
                return Optional.of(variable.asString().substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }

    private void change(ContainerSpec spec, Listed container, DatabaseClient client, String password) {
        // One that has only just been started may need a while to listen.
        Instant end = clock.instant().plus(container.running() ? Duration.ZERO : STARTED_WITHIN);
        if (!container.running()) {
            containers.start(container);
        }
        Optional<Exec.Result> result = attempt(container, client, password);
        while (!succeeded(result) && clock.instant().isBefore(end)) {
            LockSupport.parkNanos(BETWEEN.toNanos());
            result = attempt(container, client, password);
        }
        if (succeeded(result)) {
            return;
        }
        String said = result.map(Exec.Result::output).orElse("it did not answer");
        throw new ProviderException(
                "the password of database " + spec.service() + " could not be changed: "
                        + Redaction.of(spec.fields()).of(said),
                false,
                "password-change",
                "put the old password back in rootPassword, or change it in the database by hand first",
                null);
    }

    private Optional<Exec.Result> attempt(Listed container, DatabaseClient client, String password) {
        return new Exec(engine)
                .run(
                        container.id(),
                        List.of("/bin/sh", "-c", client.script()),
                        Map.of(DatabaseClient.NEW_PASSWORD, password),
                        ONCE_WITHIN);
    }

    private static boolean succeeded(Optional<Exec.Result> result) {
        return result.filter(answer -> answer.exitCode() == 0).isPresent();
    }
}
