package dev.nanokit.engine.plan;

import static dev.nanokit.engine.model.Resources.a;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nanokit.engine.model.Crash;
import dev.nanokit.engine.model.Shop;
import dev.nanokit.engine.model.Site;
import dev.nanokit.engine.resource.Phase;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A run dies after it has written down what it begins, and before the provider has heard of it. */
class RecordsTest {
    private static final List<Resource> BEFORE = Shop.all(
            a("network/old").with("cidr", "10.1.0.0/24"),
            a("container/web").with("port", "8080").after("network/old").claiming("host-port/8080"));

    private final Site site = new Site();

    @Test
    void whatIsBegunStillHoldsWhatItIsToGiveUp() {
        List<Resource> desired = Shop.all(
                a("network/old").with("cidr", "10.1.0.0/24"),
                a("container/web").with("port", "80").after("network/old").claiming("host-port/80"),
                a("container/admin").with("port", "8080").claiming("host-port/8080"));
        diesWhenWebIsBegun(desired);

        assertThat(keys(site.plan(desired))).containsExactly(List.of("container/web"), List.of("container/admin"));
    }

    @Test
    void whatIsBegunStillUsesWhatItIsToLetGo() {
        List<Resource> desired = Shop.all(a("container/web").with("port", "80"));
        diesWhenWebIsBegun(desired);

        assertThat(keys(site.plan(desired))).containsExactly(List.of("container/web"), List.of("network/old"));
    }

    @Test
    void whatIsDoneHoldsAndUsesOnlyWhatIsDesired() {
        site.bringAbout(BEFORE);
        site.bringAbout(Shop.all(a("container/web").with("port", "80").claiming("host-port/80")));

        RecordedResource web = site.recorded().getFirst();

        assertThat(web.phase()).isEqualTo(Phase.READY);
        assertThat(web.claims()).containsExactly("host-port/80");
        assertThat(web.dependsOn()).isEmpty();
    }

    private void diesWhenWebIsBegun(List<Resource> desired) {
        site.bringAbout(BEFORE);
        assertThatExceptionOfType(Crash.class)
                .isThrownBy(() -> site.apply(site.plan(desired), new Random(1), new Crash.Fuse(1)));
        assertThat(site.recorded())
                .filteredOn(recorded -> recorded.key().equals(ResourceKey.parse("container/web")))
                .singleElement()
                .matches(recorded -> recorded.phase() == Phase.CREATING);
    }

    private static List<List<String>> keys(Plan plan) {
        return plan.waves().stream()
                .map(wave ->
                        wave.stream().map(change -> change.key().toString()).toList())
                .toList();
    }
}
