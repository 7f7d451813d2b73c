package dev.nanokit.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The process's own streams: UTF-8 whatever the locale says, and buffered until they are flushed. */
public final class SystemTerminal {
    /**
     * Which of the standard streams are terminals, as the starting script saw it: any of {@code 0}, {@code 1},
     * {@code 2}. Java's own console can't tell one stream from the other.
     */
    private static final String TERMINALS_PROPERTY = "nkapp.terminals";

    private static final int BUFFER = 8192;

    private SystemTerminal() {}

    public static Terminal open() {
        boolean out = isTerminal(1);
        return new Terminal(
                new BufferedReader(
                        new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8)),
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                out && isTerminal(0),
                out);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER), false, StandardCharsets.UTF_8);
    }

    private static boolean isTerminal(int descriptor) {
        String terminals = System.getProperty(TERMINALS_PROPERTY);
        return terminals == null
                ? isDeviceOfTerminal(Path.of("/proc/self/fd/" + descriptor))
                : terminals.contains(String.valueOf(descriptor));
    }

    /** For when nkapp was started without the script. */
    private static boolean isDeviceOfTerminal(Path descriptor) {
        try {
            String device = Files.readSymbolicLink(descriptor).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
