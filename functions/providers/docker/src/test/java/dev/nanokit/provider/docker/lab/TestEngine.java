package dev.nanokit.provider.docker.lab;

import dev.nanokit.provider.ProviderException;
import dev.nanokit.provider.docker.engine.EngineClient;
import dev.nanokit.provider.docker.transport.UnixDialer;
import java.nio.file.Path;
import java.util.Map;

/** The real engine that tests run on. */
public final class TestEngine {
    public static final String HOST = "unix:///var/run/docker.sock";

    private static final boolean THERE = ask();

    private TestEngine() {}

    static boolean isThere() {
        return THERE;
    }

    /** A client past the one under test. */
    public static EngineClient client() {
        return EngineClient.connect(new UnixDialer(Path.of("/var/run/docker.sock")), Map.of());
    }

    private static boolean ask() {
        try (EngineClient client = client()) {
            return !client.endpoint().isEmpty();
        } catch (ProviderException e) {
            return false;
        }
    }
}
