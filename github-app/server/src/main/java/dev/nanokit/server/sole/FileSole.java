package dev.nanokit.server.sole;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * For a state in a file: a lock of the operating system on a file beside it, {@code state.db-server}. The system lets go
 * of it in the moment in which the process ends, however that comes about.
 */
public final class FileSole implements Sole {
    private final FileChannel channel;

    private FileSole(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @param state the state's file
     * @param who this server, to be named to whoever comes second
     * @throws AnotherServerException when another one has it
     * @throws IOException when the file beside the state can't be made, or can't be locked
     */
    public static FileSole take(Path state, String who) throws IOException {
        Path file = state.resolveSibling(state.getFileName() + "-server");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (!isLocked(channel)) {
                throw new AnotherServerException(Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((who + "\n").getBytes(StandardCharsets.UTF_8)));
            return new FileSole(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Within one process the system's lock says nothing; the JDK throws instead. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The file stays: whoever has just opened it would otherwise lock one that nobody else sees. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The lock is gone all the same.
        }
    }
}
