package dev.nanokit.stages;

import static dev.nanokit.stages.world.Things.shaped;
import static dev.nanokit.stages.world.Things.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.engine.resource.Resource;
import dev.nanokit.stages.world.Fate;
import dev.nanokit.state.RamDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a run before and after every write of state and every change at the provider, one by one, and runs again: it
 * must end in the wished world, with nothing made twice, nothing left over and no lock held.
 */
@Timeout(300)
public abstract class CrashContract {
    /** What is there before the run. */
    public static final List<Resource> BEFORE = List.of(
            thing("net", "red"),
            shaped("zone", "round", "net"),
            shaped("disk", "round"),
            thing("db", "red", "net", "disk"),
            thing("web-1", "red", "db"),
            thing("web-2", "red", "db"),
            thing("old-queue", "red", "net"),
            thing("old-worker", "red", "old-queue"),
            thing("old-cron", "red", "old-worker"));

    /** What the run makes of it: it creates, updates, replaces and deletes. */
    public static final List<Resource> AFTER = List.of(
            thing("net", "blue"),
            shaped("zone", "square", "net"),
            shaped("disk", "square"),
            thing("db", "blue", "net", "disk"),
            thing("web-1", "blue", "db"),
            thing("web-2", "red", "db"),
            thing("cache", "red", "net"),
            thing("api-1", "red", "db", "cache"),
            thing("api-2", "red", "db", "cache"),
            thing("cdn", "red", "web-1"));

    @TempDir(factory = RamDisk.class)
    public Path folder;

    protected abstract Site open(Path folder);

    @Test
    void runKilledAtAnyStepIsFinishedByTheNext() throws IOException {
        everyStep("killed", Fate::atStep, CrashContract::killed);
    }

    /** How the doomed run is run. */
    @FunctionalInterface
    protected interface Doom {
        /** Returns whether the run was still going when its step came. */
        boolean strikes(Site.Run run, Fate fate);
    }

    /** Each step of a run of many changes, one by one, until one is past the last. */
    protected final void everyStep(String name, IntFunction<Fate> fates, Doom doom) throws IOException {
        int step = 1;
        while (struckAndFinished(name, step, fates.apply(step), doom)) {
            step++;
        }
        assertThat(step).as("steps at which the run was struck").isGreaterThan(50);
    }

    private boolean struckAndFinished(String name, int step, Fate fate, Doom doom) throws IOException {
        try (Site site = open(Files.createDirectory(folder.resolve(name + "-" + step)))) {
            site.run(BEFORE).by(Site.IN_PROCESS).apply();
            if (!doom.strikes(site.run(fate, AFTER, UnaryOperator.identity()), fate)) {
                return false;
            }

            ApplyResult again = site.run(AFTER).waiting(Duration.ofMinutes(10)).apply();

            assertThat(again).as("second run after step " + step).isInstanceOf(ApplyResult.Applied.class);
            assertThat(site.cloud.keys()).as("things after step " + step).isEqualTo(keysOf(AFTER));
            assertThat(site.run(AFTER).by(Site.IN_PROCESS).plan().isEmpty())
                    .as("no-op after step " + step)
                    .isTrue();
            assertThat(site.locks().list(site.id()))
                    .as("locks after step " + step)
                    .isEmpty();
            return true;
        }
    }

    private static boolean killed(Site.Run run, Fate fate) {
        try {
            run.apply();
        } catch (Fate.KilledError e) {
            return true;
        }
        return fate.struck();
    }

    private static List<String> keysOf(List<Resource> desired) {
        return desired.stream()
                .map(resource -> resource.key().toString())
                .sorted()
                .toList();
    }

    @Test
    void createKilledAfterTheProviderDidItIsAdoptedNotMadeTwice() throws IOException {
        try (Site site = open(Files.createDirectory(folder.resolve("adopt")))) {
            List<Resource> desired = List.of(thing("web", "red"));
            int step = 1;
            Fate fate;
            do {
                fate = Fate.atStep(step++);
                Site.Run run = site.run(fate, desired, UnaryOperator.identity()).waiting(Duration.ofMinutes(10));
                assertThatThrownBy(run::apply).isInstanceOf(Fate.KilledError.class);
            } while (site.cloud.things().isEmpty());

            site.run(desired).waiting(Duration.ofMinutes(10)).apply();

            assertThat(site.cloud.made()).isEqualTo(1);
        }
    }
}
