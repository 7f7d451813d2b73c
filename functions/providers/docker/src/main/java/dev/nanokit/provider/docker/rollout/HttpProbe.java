package dev.nanokit.provider.docker.rollout;

import dev.nanokit.provider.docker.rollout.ContainerSpec.HealthPath;
import dev.nanokit.provider.docker.transport.Dialer;
import dev.nanokit.provider.docker.transport.Wire;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks for a path over HTTP: straight to the container's address on the engine's bridge where this side can reach it,
 * else by a tool inside the container. An image needs neither a shell nor a tool of its own as long as the first works.
 */
final class HttpProbe implements HealthProbe {
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final int NO_TOOL = 127;
    private static final int NO_SHELL = 126;

    private final Dialer dialer;
    private final Exec exec;
    private final HealthPath target;
    private final Function<String, Optional<String>> addressOf;

    /** @param addressOf the address of a container, by its id, on its network */
    HttpProbe(Dialer dialer, Exec exec, HealthPath target, Function<String, Optional<String>> addressOf) {
        this.dialer = dialer;
        this.exec = exec;
        this.target = target;
        this.addressOf = addressOf;
    }

    @Override
    public Verdict ask(String container) {
        Optional<String> address = addressOf.apply(container);
        if (address.isEmpty()) {
            return new Verdict.NotYet("it has no address on its network yet");
        }
        try {
            Optional<Wire> wire = dialer.dialContainer(address.get(), target.port());
            return wire.map(this::fromHere).orElseGet(() -> fromInside(container, ""));
        } catch (ConnectException e) {
            return new Verdict.NotYet("nothing listens on port " + target.port());
        } catch (IOException e) {
            return fromInside(container, e.getMessage());
        }
    }

    private Verdict fromHere(Wire wire) {
        try {
            return verdict(statusLine(wire));
        } catch (IOException e) {
            return new Verdict.NotYet(target.path() + " did not answer: " + e.getMessage());
        }
    }

    private String statusLine(Wire opened) throws IOException {
        try (Wire wire = opened) {
            Thread limit = Thread.startVirtualThread(() -> closeAfterLimit(wire));
            String request = "GET " + target.path() + " HTTP/1.1\r\nHost: localhost:" + target.port()
                    + "\r\nUser-Agent: nanokit\r\nConnection: close\r\n\r\n";
            wire.output().write(request.getBytes(StandardCharsets.UTF_8));
            wire.output().flush();
            String line =
                    new BufferedReader(new InputStreamReader(wire.input(), StandardCharsets.ISO_8859_1)).readLine();
            limit.interrupt();
            return line == null ? "" : line;
        }
    }

    private static void closeAfterLimit(Wire wire) {
        try {
            Thread.sleep(WITHIN);
            wire.close();
        } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Verdict verdict(String line) {
        String[] parts = line.split(" ", 3);
        if (parts.length < 2 || !parts[1].matches("\\d{3}")) {
            return new Verdict.NotYet("port " + target.port() + " does not speak HTTP");
        }
        int status = Integer.parseInt(parts[1]);
        return status >= 200 && status < 400
                ? new Verdict.Working()
                : new Verdict.NotYet(target.path() + " answered " + status);
    }

    private Verdict fromInside(String container, String whyNotFromHere) {
        String url = "'http://127.0.0.1:" + target.port() + target.path().replace("'", "%27") + "'";
        String script = "if command -v wget >/dev/null; then wget -q -O /dev/null " + url
                + "; elif command -v curl >/dev/null; then curl -fsS -o /dev/null " + url + "; else exit " + NO_TOOL
                + "; fi";
        Optional<Exec.Result> result = exec.run(container, List.of("/bin/sh", "-c", script), WITHIN.plusSeconds(1));
        if (result.isEmpty()) {
            return new Verdict.NotYet(target.path() + " did not answer within " + WITHIN.toSeconds() + " s");
        }
        if (result.get().exitCode() == 0) {
            return new Verdict.Working();
        }
        if (isWithoutTool(result.get().exitCode())) {
            return new Verdict.Failed("can't be checked by a path: its address can't be reached from here"
                    + (whyNotFromHere.isEmpty() ? "" : " (" + whyNotFromHere + ")")
                    + ", and its image has neither wget nor curl; give it a health command");
        }
        return new Verdict.NotYet(target.path() + " does not answer well");
    }

    private static boolean isWithoutTool(long exitCode) {
        return exitCode == NO_TOOL || exitCode == NO_SHELL;
    }
}
