package dev.nanokit.state.lock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** {@link OtherProcess}, as the test holds it by its strings. */
final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;

    private ChildProcess(Process process) {
        this.process = process;
        this.answers = process.inputReader(UTF_8);
    }

    /** Does not wait for it to be ready: its first answer says so. */
    static ChildProcess start(Path stateFile) throws IOException {
        return new ChildProcess(new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        stateFile.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    void tell(String command) throws IOException {
        process.getOutputStream().write((command + "\n").getBytes(UTF_8));
        process.getOutputStream().flush();
    }

    /** The next answer; null when the process has ended. */
    String answer() throws IOException {
        return answers.readLine();
    }

    String ask(String command) throws IOException {
        tell(command);
        return answer();
    }

    /** As {@code kill -9} does. What it has said can still be read. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            answers.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
