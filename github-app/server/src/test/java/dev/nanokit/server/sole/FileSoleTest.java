package dev.nanokit.server.sole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FileSoleTest {
    @TempDir
    private Path folder;

    private Path state;

    @BeforeEach
    void name() {
        state = folder.resolve("state.db");
    }

    @Test
    void theSecondIsRefusedAndToldWhoIsFirst() throws IOException {
        try (Sole first = FileSole.take(state, "ada@laptop (pid 1)")) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> FileSole.take(state, "bob@laptop (pid 2)"))
                    .isInstanceOf(AnotherServerException.class)
                    .hasMessageContaining("ada@laptop (pid 1)");
        }
    }

    @Test
    void whoComesAfterwardsIsWelcome() throws IOException {
        FileSole.take(state, "a rather long name of somebody").close();
        FileSole second = FileSole.take(state, "bob");

        assertThatThrownBy(() -> FileSole.take(state, "carol"))
                .isInstanceOfSatisfying(
                        AnotherServerException.class, e -> assertThat(e.who()).isEqualTo("bob"));
        second.close();
    }

    @Test
    void anotherProcessIsRefusedTooAndLeavesNothingBehindWhenItIsKilled() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        state.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("held");
            assertThatThrownBy(() -> FileSole.take(state, "me")).isInstanceOf(AnotherServerException.class);

            other.destroyForcibly().waitFor();
            FileSole.take(state, "me").close();
        } finally {
            other.destroyForcibly();
        }
    }

    /** A process that holds it until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            Sole held = FileSole.take(Path.of(arguments[0]), "the other process");
            System.out.println("held");
            new CountDownLatch(1).await();
            held.close();
        }
    }
}
