package dev.nanokit.workflows;

import static dev.nanokit.stages.world.Things.key;
import static dev.nanokit.stages.world.Things.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.value.Value;
import dev.nanokit.stages.ApplyResult.Applied;
import dev.nanokit.stages.Site;
import dev.nanokit.stages.run.RunAnswers;
import dev.nanokit.stages.world.Fate;
import dev.nanokit.stages.world.ScriptedProvider;
import dev.nanokit.state.RamDisk;
import dev.nanokit.state.run.Runs;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An execution is named after its run: whoever starts it twice, it runs once. */
@Timeout(60)
class DuplicateStartTest {
    private static final List<Resource> SHOP = List.of(thing("net", "red"), thing("web", "red", "net"));

    @TempDir(factory = RamDisk.class)
    Path folder;

    private final String run = "run-" + UUID.randomUUID();
    private final CountDownLatch atWork = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private Site site;
    private WorkflowFunctions functions;

    @BeforeEach
    void ask() {
        site = new Site(folder);
        site.run(SHOP).by(parts -> new OnlyAsked(parts, run)).apply();
        ScriptedProvider provider = new ScriptedProvider(
                        site.cloud, new Owner(site.id().project(), site.id().environment(), "main"), Fate.never(), SHOP)
                .when(key("net"), (change, tries) -> {
                    atWork.countDown();
                    await(goOn);
                });
        functions = new WorkflowFunctions(
                new Site.Parts(site.table(), provider, site.time, folder, Fate.never()), "Lambda.Unknown");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void startedAgainWhileItRunsIsTheSameExecution() {
        CompletableFuture<Interpreter.Ended> first = start("ada");
        await(atWork);
        CompletableFuture<Interpreter.Ended> second = start("ada");
        goOn.countDown();

        assertThat(first.join().status()).isEqualTo("SUCCEEDED");
        assertThat(second.join()).isEqualTo(first.join());
        assertRanOnce();
    }

    @Test
    void startedAgainByAnotherWhileItRunsIsRefusedAndDisturbsNothing() {
        CompletableFuture<Interpreter.Ended> first = start("ada");
        await(atWork);
        Interpreter.Ended second = start("grace").join();
        goOn.countDown();

        assertThat(second.status()).isEqualTo("REFUSED");
        assertThat(first.join().status()).isEqualTo("SUCCEEDED");
        assertRanOnce();
    }

    @Test
    void startedAgainAfterItsEndIsRefusedAndTheResultStays() {
        goOn.countDown();
        start("ada").join();

        assertThat(start("ada").join().status()).isEqualTo("REFUSED");
        assertRanOnce();
    }

    private CompletableFuture<Interpreter.Ended> start(String by) {
        Value.Obj input = Value.obj(Map.of("version", Value.num(1), "run", Value.text(run), "by", Value.text(by)));
        return Interpreter.running().start("apply", run, input, functions);
    }

    private void assertRanOnce() {
        assertThat(functions.calls()).containsOnlyOnce("open", "lock", "planAgain", "finish");
        assertThat(site.cloud.made()).isEqualTo(2);
        assertThat(site.state().serial()).isEqualTo(1);
        assertThat(site.locks().list(site.id())).isEmpty();
        assertThat(new RunAnswers(new Runs(site.table(), InstantSource.system())).apply(run))
                .hasValueSatisfying(result -> assertThat(result).isInstanceOf(Applied.class));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
