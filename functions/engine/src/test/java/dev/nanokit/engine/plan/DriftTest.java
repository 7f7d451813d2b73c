package dev.nanokit.engine.plan;

import static dev.nanokit.engine.model.Shop.all;
import static dev.nanokit.engine.model.Shop.network;
import static dev.nanokit.engine.model.Shop.orders;
import static dev.nanokit.engine.model.Shop.running;
import static dev.nanokit.engine.model.Shop.volume;
import static dev.nanokit.engine.model.Shop.web;
import static dev.nanokit.engine.model.Shop.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.model.Shop;
import dev.nanokit.engine.model.Site;
import dev.nanokit.engine.model.Thing;
import dev.nanokit.engine.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a plan is somebody's doing, and what the file asks for. */
class DriftTest {
    private final Site site = running();

    @Test
    void whatIsAsItWasAppliedHasNotDrifted() {
        assertThat(Drift.of(site.plan(whole()))).isEqualTo(new Drift(List.of(), List.of()));
    }

    @Test
    void whatTheFileAsksForIsNoDrift() {
        Drift drift = Drift.of(site.plan(all(network(), volume(), orders(), web().with("image", "nginx:1.27"))));

        assertThat(drift.isEmpty()).isTrue();
        assertThat(drift.besides())
                .singleElement()
                .satisfies(change -> assertThat(change.key()).isEqualTo(Shop.WEB));
    }

    @Test
    void whatWasNeverMadeIsNoDrift() {
        assertThat(Drift.of(new Site().plan(whole())).isEmpty()).isTrue();
    }

    @Test
    void whatSomebodyRemovedIsToldWithoutAllThatItWas() {
        site.world().remove(Shop.WEB);

        Drift drift = Drift.of(site.plan(whole()));

        assertThat(drift.byHand()).singleElement().satisfies(change -> {
            assertThat(change.key()).isEqualTo(Shop.WEB);
            assertThat(change.reasons()).singleElement().asString().startsWith("was removed by hand: ");
            assertThat(change.fields()).isEmpty();
        });
        assertThat(drift.besides()).isEmpty();
    }

    @Test
    void ofAResourceThatTheFileChangesTooOnlyWhatSomebodyDidIsDrift() {
        somebodySets("image", Value.text("nginx:broken"));

        Drift drift = Drift.of(site.plan(all(network(), volume(), orders(), web().with("ports", "9090:90"))));

        assertThat(drift.byHand()).singleElement().satisfies(change -> {
            assertThat(change.fields()).extracting(FieldChange::path).containsExactly("image");
            assertThat(change.reasons())
                    .containsExactly("changed by hand: image is nginx:broken; put back to nginx:1.26");
        });
        assertThat(drift.besides()).singleElement().satisfies(change -> {
            assertThat(change.fields())
                    .isNotEmpty()
                    .extracting(FieldChange::path)
                    .doesNotContain("image");
            assertThat(change.reasons()).noneMatch(reason -> reason.contains("by hand"));
        });
    }

    @Test
    void aNetworkThatSomebodyRemovedIsDriftAndWhatHangsOnItIsAConsequence() {
        site.world().remove(Shop.NETWORK);

        Drift drift = Drift.of(site.plan(whole()));

        assertThat(drift.byHand()).extracting(Change::key).contains(Shop.NETWORK);
        assertThat(drift.besides())
                .allSatisfy(change -> assertThat(change.reasons())
                        .allMatch(reason -> reason.startsWith("depends on ") || reason.startsWith("only its record")));
    }

    private void somebodySets(String field, Value value) {
        Thing thing = site.world().thing(Shop.WEB).orElseThrow();
        site.world().change(thing.withSpec(thing.spec().with(field, value)));
    }
}
