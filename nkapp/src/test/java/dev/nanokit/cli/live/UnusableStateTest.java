package dev.nanokit.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.cli.Typed;
import dev.nanokit.cli.backend.LiveBackend;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where state can't be used, nothing is changed, and the user reads what to do. */
class UnusableStateTest {
    @TempDir
    private Path folder;

    private Typed nkapp;

    @BeforeEach
    void makeProject() {
        nkapp = new Typed(folder, LiveBackend::open).file("nanokit.yml", "name: shop\n");
    }

    @Test
    void aDamagedStateFileIsNamed() {
        nkapp.file("state.db", "this is no database, and long enough not to be taken for an empty one\n".repeat(100));

        refused(nkapp.variable("NANOKIT_STATE", "sqlite://" + folder.resolve("state.db")), "state.db");
    }

    @Test
    void aFolderInThePlaceOfTheFileIsNamed() {
        nkapp.file("state/inner", "");

        refused(nkapp.variable("NANOKIT_STATE", "sqlite://" + folder.resolve("state")), "state");
    }

    @Test
    void anAddressThatMeansNothingIsExplained() {
        refused(nkapp.variable("NANOKIT_STATE", "postgres://db"), "postgres://db", "sqlite:///", "dynamodb://");
    }

    @Test
    void doctorSaysTheSame() {
        Typed.Outcome doctor = nkapp.variable("NANOKIT_STATE", "postgres://db").run("doctor");

        assertThat(doctor.status()).isEqualTo(1);
        assertThat(doctor.out()).contains("✗ state", "postgres://db", "fix");
    }

    private static void refused(Typed nkapp, String... words) {
        Typed.Outcome outcome = nkapp.run("infra", "locks");

        assertThat(outcome.status()).as(outcome.out() + outcome.err()).isEqualTo(1);
        assertThat(outcome.err()).contains(words).contains("fix").doesNotContain("Exception", "\tat ");
        assertThat(nkapp.run("infra", "locks", "--json").out()).contains("\"error\"");
    }
}
