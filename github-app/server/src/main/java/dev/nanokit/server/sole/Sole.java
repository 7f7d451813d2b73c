package dev.nanokit.server.sole;

/** The right to be the one server of a state. Others are refused until it is closed, or its process is dead. */
public interface Sole extends AutoCloseable {
    /** Gives the right back. */
    @Override
    void close();
}
