package dev.nanokit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.stages.ApplyResult;
import dev.nanokit.stages.ApplyResult.Cause;
import dev.nanokit.state.lock.LockLostException;
import dev.nanokit.state.store.ForeignComponentException;
import dev.nanokit.state.store.StalePlanException;
import dev.nanokit.state.table.CorruptStateException;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.TableException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The exit status of every way in which a command can end. */
class ExitStatusTest {
    private static final String VALID = "name: shop\nservices:\n  web: { image: nginx:1.27, port: 8080, expose: 80 }\n";
    private static final Plan CHANGES = Samples.plan(List.of(List.of(Samples.updateWeb())), List.of());

    @TempDir
    private Path folder;

    static Stream<Arguments> endings() {
        return Stream.of(
                ends("nothing to change", 0, "plan", backend().plans(Samples.emptyPlan())),
                ends("something to change", 0, "plan", backend().plans(CHANGES)),
                ends(
                        "something to change, in detail",
                        2,
                        "plan --detailed-exitcode",
                        backend().plans(CHANGES)),
                ends(
                        "nothing to change, in detail",
                        0,
                        "plan --detailed-exitcode",
                        backend().plans(Samples.emptyPlan())),
                ends("shared infrastructure is missing", 3, "plan", backend().plans(Samples.blockedPlan())),
                ends("plan of a service", 0, "plan web", backend().plans(CHANGES)),
                ends("plan of no such service", 64, "plan wbe", backend().plans(CHANGES)),
                ends("applied", 0, "up -y", backend()),
                ends("nothing to apply", 0, "up", backend().plans(Samples.emptyPlan())),
                ends("nobody to ask", 64, "up", backend().plans(CHANGES)),
                ends("nobody to ask for a destroy", 64, "destroy", backend().plans(CHANGES)),
                ends("would lose data", 1, "up", backend().plans(Samples.fullPlan())),
                ends("apply would lose data", 1, "up -y", backend().ends(guarded())),
                ends("blocked", 3, "up -y", backend().ends(new ApplyResult.Blocked(Samples.blocked()))),
                ends("not ready", 3, "up -y", backend().ends(new ApplyResult.NotReady(Samples.blockedPlan(), "none"))),
                ends("not ready before asking", 3, "up", backend().plans(Samples.blockedPlan())),
                ends("overtaken", 1, "up -y", backend().ends(new ApplyResult.Stale(CHANGES))),
                ends("a change failed", 1, "up -y", backend().ends(incomplete(Cause.FAILED))),
                ends("cancelled", 130, "up -y", backend().ends(incomplete(Cause.CANCELLED))),
                ends("lock lost", 1, "up -y", backend().ends(incomplete(Cause.LOCK_LOST))),
                ends("destroyed", 0, "destroy -y --force", backend()),
                ends("engine unreachable", 1, "plan", backend().failsWith(unreachable())),
                ends(
                        "state broken",
                        1,
                        "plan",
                        backend().failsWith(new TableException("full", false, "make room", null))),
                ends(
                        "state corrupt",
                        1,
                        "plan",
                        backend().failsWith(new CorruptStateException(new ItemKey("E", "R"), "broken item", null))),
                ends("foreign component", 1, "up -y", backend().failsWith(new ForeignComponentException("theirs"))),
                ends("stale", 1, "up -y", backend().failsWith(new StalePlanException("moved on"))),
                ends("lock lost early", 1, "up -y", backend().failsWith(new LockLostException("cleared"))),
                ends("a bug", 1, "plan", backend().failsWith(new IllegalStateException("oops"))),
                ends("locks", 0, "infra locks", backend()),
                ends("unlock", 0, "infra unlock --env local", backend()),
                ends("validate", 0, "validate", backend()),
                ends("no such environment", 64, "plan -e prod", backend()),
                ends("no such file", 64, "plan -f none.yml", backend()),
                ends("no such plan", 64, "up --plan none.json -y", backend()),
                ends("init over a file", 1, "init", backend()),
                ends("unknown command", 64, "plna", backend()),
                ends("unknown option", 64, "plan --jsn", backend()),
                ends("no command", 64, "", backend()),
                ends("half a command", 64, "infra", backend()),
                ends("bad wait", 64, "up -y --wait soon", backend()),
                ends("help", 0, "--help", backend()),
                ends("help of a command", 0, "up --help", backend()),
                ends("version", 0, "--version", backend()),
                ends("schema", 0, "schema", backend()),
                ends("completion", 0, "completion zsh", backend()),
                ends("no such shell", 64, "completion fish", backend()));
    }

    @ParameterizedTest(name = "{0}: nkapp {2} exits with {1}")
    @MethodSource("endings")
    void everyEndingHasItsStatus(String situation, int status, String words, TestBackend backend) {
        Typed typed = new Typed(folder, variables -> backend).file("nanokit.yml", environments());

        Typed.Outcome outcome = typed.run(words.isEmpty() ? new String[0] : words.split(" "));

        assertThat(outcome.status())
                .as("%s: %s%s", situation, outcome.out(), outcome.err())
                .isEqualTo(status);
        assertThat(outcome.err()).as("a stack trace").doesNotContain("\tat ");
    }

    @ParameterizedTest(name = "{0}: nkapp {2} --json prints one object")
    @MethodSource("reports")
    void withJsonThereIsOneObjectOnStandardOutput(String situation, int status, String words, TestBackend backend) {
        Typed typed = new Typed(folder, variables -> backend).file("nanokit.yml", environments());

        Typed.Outcome outcome = typed.run((words + " --json").split(" "));

        assertThat(outcome.status()).as("%s: %s", situation, outcome.out()).isEqualTo(status);
        assertThat(new tools.jackson.databind.ObjectMapper()
                        .readTree(outcome.out())
                        .isObject())
                .as(outcome.out())
                .isTrue();
    }

    /** The endings of the commands that know {@code --json}. */
    static Stream<Arguments> reports() {
        List<String> commands =
                List.of("init", "validate", "plan", "up", "destroy", "status", "infra locks", "infra unlock", "doctor");
        return endings().filter(ending -> {
            String words = (String) ending.get()[2];
            return !words.contains("--help") && commands.stream().anyMatch(words::startsWith);
        });
    }

    private static String environments() {
        return VALID + "environments:\n  stage: {}\n";
    }

    private static Arguments ends(String situation, int status, String words, TestBackend backend) {
        return Arguments.of(situation, status, words, backend);
    }

    private static TestBackend backend() {
        return new TestBackend();
    }

    private static ApplyResult guarded() {
        return new ApplyResult.Guarded(Samples.fullPlan(), Samples.fullPlan().guards());
    }

    private static ApplyResult incomplete(Cause cause) {
        return new ApplyResult.Incomplete(
                CHANGES,
                List.of(),
                cause == Cause.FAILED
                        ? List.of(new ApplyResult.Failure(Samples.updateWeb(), "no image", "pull it"))
                        : List.of(),
                List.of(Samples.updateWeb()),
                cause);
    }

    private static ProviderException unreachable() {
        return new ProviderException("the engine does not answer", true, "unreachable", "start it", null);
    }
}
