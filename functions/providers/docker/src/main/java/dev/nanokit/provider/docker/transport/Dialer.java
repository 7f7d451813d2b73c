package dev.nanokit.provider.docker.transport;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Opens wires to one Docker engine, and to what runs beside it. Safe for use by several threads. */
public interface Dialer extends Closeable {
    /** Where the engine is, as people know it: {@code unix:///var/run/docker.sock}. */
    String endpoint();

    /** Opens a wire on which the engine answers HTTP. */
    Wire dial() throws IOException;

    /**
     * Opens a wire to a port of a container, from the machine that the engine runs on; empty where this way to the
     * engine does not lead to that machine's networks.
     */
    Optional<Wire> dialContainer(String address, int port) throws IOException;

    /** Whether the engine sees the same files and ports as this process. */
    boolean local();

    @Override
    default void close() throws IOException {}
}
