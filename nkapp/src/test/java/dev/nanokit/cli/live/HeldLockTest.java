package dev.nanokit.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.cli.Typed;
import dev.nanokit.cli.backend.LiveBackend;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Locks that a person takes and clears, on a real state file; no engine is asked. */
class HeldLockTest {
    @TempDir
    private Path folder;

    private Typed nkapp;

    @BeforeEach
    void makeProject() {
        nkapp = new Typed(folder, LiveBackend::open)
                .variable("NANOKIT_STATE", "sqlite://" + folder.resolve("state.db"))
                .file("nanokit.yml", "name: shop\n");
    }

    @Test
    void heldLockOutlivesTheCommandAndSaysWhy() {
        assertThat(nkapp.run("infra", "lock", "--message", "moving to the new server")
                        .status())
                .isZero();

        assertThat(nkapp.run("infra", "locks").out()).contains("infra", "component main", "moving to the new server");
    }

    @Test
    void secondLockIsRefusedAndLeavesNoPlaceInTheQueue() {
        nkapp.run("infra", "lock", "--message", "the first");

        Typed.Outcome second = nkapp.run("infra", "lock", "--message", "the second");

        assertThat(second.status()).isEqualTo(3);
        assertThat(nkapp.run("infra", "locks").out()).contains("the first").doesNotContain("the second");
    }

    @Test
    void unlockClearsItAndTheNextMayLock() {
        nkapp.run("infra", "lock", "--message", "the first");

        assertThat(nkapp.run("infra", "unlock", "--env", "local").out()).contains("the first");
        assertThat(nkapp.run("infra", "lock", "--for", "30m").status()).isZero();
    }

    @Test
    void spanThatIsNoneIsRefused() {
        Typed.Outcome outcome = nkapp.run("infra", "lock", "--for", "soon");

        assertThat(outcome.status()).isEqualTo(64);
        assertThat(outcome.err()).contains("'soon' is not a time");
    }
}
