package dev.nanokit.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.model.Crash;
import dev.nanokit.engine.model.DesiredSets;
import dev.nanokit.engine.model.Histories;
import dev.nanokit.engine.model.Site;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.source.InvalidConfigException;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever has happened before, one apply brings about what is desired. */
class ConvergencePropertyTest {
    @Property(edgeCases = EdgeCasesMode.NONE)
    void anAppliedPlanLeavesNothingToDo(
            @ForAll("histories") List<Histories.Chapter> past, @ForAll("desired") List<Resource> desired) {
        Site site = Histories.live(past);

        site.bringAbout(desired);

        Plan next = site.plan(desired);
        assertThat(PlanText.of(next)).as("the next plan").doesNotContain("wave");
        assertThat(next.isEmpty()).isTrue();
        assertThat(site.world().things()).hasSameSizeAs(desired);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aRunThatDiesAnywhereIsTakenUpByTheNext(
            @ForAll("histories") List<Histories.Chapter> past,
            @ForAll("desired") List<Resource> desired,
            @ForAll long seed,
            @ForAll @IntRange(max = 30) int dies) {
        Site site = Histories.live(past);
        try {
            site.apply(site.plan(desired), new Random(seed), new Crash.Fuse(dies));
        } catch (Crash ignored) {
            site.bringAbout(desired);
        }

        assertThat(site.plan(desired).isEmpty()).isTrue();
        assertThat(site.world().things()).hasSameSizeAs(desired);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void destroyingLeavesNothingAndRemembersNothing(@ForAll("histories") List<Histories.Chapter> past) {
        Site site = Histories.live(past);

        site.bringAbout(List.of());

        assertThat(site.world().things()).isEmpty();
        assertThat(site.recorded()).isEmpty();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatOnlyOneCanHaveChangesHandsThoughARunDies(
            @ForAll("claimingHistories") List<Histories.Chapter> past,
            @ForAll("claimingDesired") List<Resource> desired,
            @ForAll long seed,
            @ForAll @IntRange(max = 30) int dies) {
        Site site = Histories.live(past);
        prepareHandover(site, desired);
        try {
            site.apply(site.plan(desired), new Random(seed), new Crash.Fuse(dies));
        } catch (Crash ignored) {
            site.bringAbout(desired);
        }

        assertThat(site.plan(desired).isEmpty()).isTrue();
        assertThat(site.world().things()).hasSameSizeAs(desired);
    }

    /** Where two would have to swap what only one can have, the user is told to do it in two steps. */
    private static void prepareHandover(Site site, List<Resource> desired) {
        try {
            site.plan(desired);
        } catch (InvalidConfigException e) {
            assertThat(e).hasMessageContaining("these changes wait for each other");
            site.bringAbout(DesiredSets.withoutClaims(desired));
        }
    }

    @Provide
    Arbitrary<List<Histories.Chapter>> claimingHistories() {
        return Histories.any(true);
    }

    @Provide
    Arbitrary<List<Resource>> claimingDesired() {
        return DesiredSets.any(true);
    }

    @Provide
    Arbitrary<List<Histories.Chapter>> histories() {
        return Histories.any(false);
    }

    @Provide
    Arbitrary<List<Resource>> desired() {
        return DesiredSets.any(false);
    }
}
