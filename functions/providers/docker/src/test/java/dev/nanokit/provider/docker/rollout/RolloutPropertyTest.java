package dev.nanokit.provider.docker.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.provider.docker.rollout.ModelHost.Box;
import dev.nanokit.provider.docker.rollout.ModelHost.End;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RolloutPropertyTest {
    private static final int NEVER = Integer.MAX_VALUE;

    /** One attempt to bring a version up. */
    record Attempt(int version, Rollout rollout, boolean broken, int cutOffAfter) {}

    @Provide
    Arbitrary<List<Attempt>> histories() {
        Arbitrary<Rollout> rollouts = Combinators.combine(Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as(Rollout::new);
        Arbitrary<Integer> cuts = Arbitraries.oneOf(
                Arbitraries.just(NEVER), Arbitraries.integers().between(0, 14));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4), rollouts, Arbitraries.of(true, false, false), cuts)
                .as(Attempt::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Property
    void whateverWasCutOffTheNextWholeRunLeavesOneContainerOfTheWantedVersion(
            @ForAll("histories") List<Attempt> history) {
        ModelHost host = new ModelHost();
        history.forEach(attempt -> run(host, attempt, () -> {}));

        End end = host.run(new Rollout(true, false), 9, Set.of(), NEVER, () -> {});

        assertThat(end).isEqualTo(End.DONE);
        assertThat(host.boxes()).isEqualTo(Map.of(Slot.MAIN, new Box(9, true, true)));
    }

    @Property
    void aFailedUpdateLeavesTheOneFromBeforeRunningAlone(
            @ForAll("histories") List<Attempt> history, @ForAll boolean rolling, @ForAll boolean port) {
        ModelHost host = new ModelHost();
        history.forEach(attempt -> run(host, attempt, () -> {}));
        host.run(new Rollout(false, false), 8, Set.of(), NEVER, () -> {});

        End end = host.run(new Rollout(rolling, port), 9, Set.of(9), NEVER, () -> {});

        assertThat(end).isEqualTo(End.GAVE_UP);
        assertThat(host.boxes()).isEqualTo(Map.of(Slot.MAIN, new Box(8, true, true)));
    }

    @Property
    void aRollingUpdateIsNeverWithoutAContainerThatAnswers(
            @ForAll boolean broken, @ForAll("cuts") int firstCut, @ForAll("cuts") int secondCut) {
        ModelHost host = new ModelHost();
        Rollout rolling = new Rollout(true, false);
        host.run(rolling, 1, Set.of(), NEVER, () -> {});
        Set<Integer> brokenVersions = broken ? Set.of(2) : Set.of();
        Runnable watcher = () ->
                assertThat(host.answers(brokenVersions)).as("%s", host.boxes()).isTrue();

        host.run(rolling, 2, brokenVersions, firstCut, watcher);
        host.run(rolling, 2, brokenVersions, secondCut, watcher);
        host.run(rolling, 3, brokenVersions, NEVER, watcher);

        assertThat(host.boxes()).isEqualTo(Map.of(Slot.MAIN, new Box(3, true, true)));
    }

    @Provide
    Arbitrary<Integer> cuts() {
        return Arbitraries.oneOf(Arbitraries.just(NEVER), Arbitraries.integers().between(0, 14));
    }

    @Property
    void aPublishedPortIsNeverAskedForByTwo(@ForAll("histories") List<Attempt> history) {
        ModelHost host = new ModelHost();
        for (Attempt attempt : history) {
            Attempt publishing = new Attempt(
                    attempt.version(),
                    new Rollout(attempt.rollout().rolling(), true),
                    attempt.broken(),
                    attempt.cutOffAfter());
            run(
                    host,
                    publishing,
                    () -> assertThat(List.of(Slot.MAIN, Slot.OLD).stream()
                                    .filter(slot ->
                                            host.in(slot).filter(Box::running).isPresent()))
                            .hasSizeLessThan(2));
        }
    }

    /** The update to 2 was cut off after 2 had started, with 1 still set aside; 3 then fails. */
    @Example
    void ofTwoThatAnUpdateLeftTheOneThatRunsIsFallenBackTo() {
        ModelHost host = new ModelHost();
        Rollout recreate = new Rollout(false, true);
        host.run(recreate, 1, Set.of(), NEVER, () -> {});
        host.run(recreate, 2, Set.of(), 4, () -> {});
        assertThat(host.boxes()).containsOnlyKeys(Slot.MAIN, Slot.OLD);

        host.run(recreate, 3, Set.of(3), NEVER, () -> {});

        assertThat(host.boxes()).isEqualTo(Map.of(Slot.MAIN, new Box(2, true, true)));
    }

    private static void run(ModelHost host, Attempt attempt, Runnable watcher) {
        Set<Integer> broken = new HashSet<>();
        if (attempt.broken()) {
            broken.add(attempt.version());
        }
        host.run(attempt.rollout(), attempt.version(), broken, attempt.cutOffAfter(), watcher);
    }
}
