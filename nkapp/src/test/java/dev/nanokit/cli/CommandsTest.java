package dev.nanokit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.state.lock.HeldLock;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.ObjectMapper;

class CommandsTest {
    private static final HeldLock INFRA = new HeldLock("infra", true, List.of(Samples.ADA), 7, List.of(Samples.BOB));

    @TempDir
    private Path folder;

    private final TestBackend backend = new TestBackend();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "init",
                "validate",
                "plan",
                "up",
                "destroy",
                "status",
                "drift",
                "infra",
                "infra lock",
                "infra locks",
                "infra unlock",
                "github",
                "github setup",
                "github serve",
                "github redeliver",
                "github receive",
                "doctor",
                "schema",
                "completion"
            })
    void helpIsReviewed(String command) {
        String words = (command + " --help").strip();

        Typed.Outcome outcome = nkapp().run(words.split(" "));

        Golden.assertSame("help" + (command.isEmpty() ? "" : "-" + command.replace(' ', '-')) + ".txt", outcome.out());
        assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void unlockSaysWhoseLockItCleared() {
        Typed.Outcome outcome = project().holds(INFRA).run("infra", "unlock", "--env", "local");

        assertThat(outcome.out()).startsWith("✓ Cleared the lock on infra, held by ada@laptop (pid 4711), nkapp up");
        assertThat(backend.unlockedBy()).hasValueSatisfying(by -> {
            assertThat(by.who()).isEqualTo("ada@laptop (pid 4711)");
            assertThat(by.what()).isEqualTo("nkapp infra unlock");
        });
    }

    @Test
    void unlockSaysWhenNothingWasHeld() {
        assertThat(project().run("infra", "unlock", "--env", "local").out()).startsWith("Nothing was locked");
    }

    @Test
    void locksAndUnlockHaveJson() {
        TypedOn project = project().holds(INFRA);

        Golden.assertSame(
                "command-locks.json", project.run("infra", "locks", "--json").out());
        Golden.assertSame(
                "command-unlock.json", project.run("infra", "unlock", "--json").out());
    }

    @Test
    void theSchemaIsJson() {
        Typed.Outcome outcome = nkapp().run("schema");

        assertThat(new ObjectMapper().readTree(outcome.out()).path("$schema").asString())
                .contains("2020-12");
    }

    @Test
    void completionKnowsTheCommands() {
        assertThat(nkapp().run("completion", "bash").out()).contains("complete -F", "--detailed-exitcode", "unlock");
        assertThat(nkapp().run("completion", "zsh").out()).startsWith("autoload -U");
    }

    @Test
    void aTypoIsAnsweredWithWhatWasMeant() {
        Typed.Outcome outcome = nkapp().run("plna");

        assertThat(outcome.status()).isEqualTo(64);
        assertThat(outcome.err()).contains("plna", "did you mean", "plan", "nkapp --help");
    }

    @Test
    void usageErrorsAreJsonWhereJsonIsWanted() {
        Typed.Outcome outcome = nkapp().run("plan", "--json", "--nope");

        assertThat(outcome.out()).contains("\"code\": \"usage\"", "--nope");
        assertThat(outcome.err()).isEmpty();
    }

    private Typed nkapp() {
        return new Typed(folder, variables -> backend);
    }

    private TypedOn project() {
        return new TypedOn(nkapp().file("nanokit.yml", "name: shop\n"), backend);
    }

    private record TypedOn(Typed nkapp, TestBackend backend) {
        TypedOn holds(HeldLock... locks) {
            backend.holds(locks);
            return this;
        }

        Typed.Outcome run(String... words) {
            return nkapp.run(words);
        }
    }
}
