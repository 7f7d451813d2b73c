package dev.nanokit.provider.docker.transport;

import java.io.Closeable;
import java.io.InputStream;
import java.io.OutputStream;

/** An open connection to something: bytes in, bytes out. Closing it unblocks whoever reads from it. */
public interface Wire extends Closeable {
    InputStream input();

    OutputStream output();
}
