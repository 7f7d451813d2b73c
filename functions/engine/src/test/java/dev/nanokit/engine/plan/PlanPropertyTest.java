package dev.nanokit.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.model.DesiredSets;
import dev.nanokit.engine.model.Histories;
import dev.nanokit.engine.model.Requests;
import dev.nanokit.engine.model.Site;
import dev.nanokit.engine.model.Thing;
import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceJson;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.value.Resolver;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every plan. */
class PlanPropertyTest {
    private static final int UNCHANGED = 0;

    @Property(edgeCases = EdgeCasesMode.NONE)
    void wavesRespectEveryDependency(
            @ForAll("histories") List<Histories.Chapter> past, @ForAll("desired") List<Resource> desired) {
        Map<ResourceKey, Integer> waves = waves(Histories.live(past).plan(desired));

        for (Resource resource : desired) {
            int wave = waves.get(resource.key());
            for (ResourceKey dependency : dependencies(resource, desired)) {
                assertThat(waves.get(dependency) < wave || wave == UNCHANGED)
                        .as("%s, in wave %s, comes after %s, in wave %s", resource.key(), wave, dependency, waves)
                        .isTrue();
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void deletionOrderIsCreationOrderReversed(@ForAll("desired") List<Resource> desired) {
        Site site = new Site();
        Map<ResourceKey, Integer> created = waves(site.bringAbout(desired));
        Map<ResourceKey, Integer> deleted = waves(site.plan(List.of()));

        assertThat(deleted.keySet()).isEqualTo(created.keySet());
        for (Resource resource : desired) {
            for (ResourceKey dependency : dependencies(resource, desired)) {
                assertThat(created.get(dependency)).isLessThan(created.get(resource.key()));
                assertThat(deleted.get(dependency)).isGreaterThan(deleted.get(resource.key()));
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void thePlanDoesNotDependOnTheOrderOfWhatItIsMadeFrom(
            @ForAll("histories") List<Histories.Chapter> past,
            @ForAll("desired") List<Resource> desired,
            @ForAll Random random) {
        Site site = Histories.live(past);
        Plan plan = site.plan(desired);

        Plan other = Planner.plan(Requests.of(shuffled(desired, random))
                .serial(plan.serial())
                .recorded(shuffled(site.recorded(), random))
                .observed(shuffled(site.observed(), random))
                .build());

        assertThat(PlanJson.writePretty(other)).isEqualTo(PlanJson.writePretty(plan));
        assertThat(other.digest()).isEqualTo(plan.digest());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void plansThatDoDifferentThingsHaveDifferentDigests(
            @ForAll("histories") List<Histories.Chapter> past,
            @ForAll("desired") List<Resource> some,
            @ForAll("desired") List<Resource> others) {
        Site site = Histories.live(past);
        Plan one = site.plan(some);
        Plan other = site.plan(others);

        assertThat(one.digest().equals(other.digest())).isEqualTo(specs(one).equals(specs(other)));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void noSecretIsEverShownOrKept(
            @ForAll("histories") List<Histories.Chapter> past, @ForAll("desired") List<Resource> desired) {
        Site site = Histories.live(past);
        Plan plan = site.plan(desired);

        List<String> shown = new ArrayList<>();
        shown.add(PlanJson.write(plan));
        shown.add(PlanText.of(plan));
        shown.add(plan.toString());
        site.recorded().forEach(recorded -> shown.add(ResourceJson.write(recorded)));
        assertThat(shown).noneMatch(text -> text.contains(DesiredSets.SECRET_MARK));
        assertThat(shown).noneMatch(text -> text.contains("generated-secret-of"));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatOthersOwnIsNeverTouched(
            @ForAll("histories") List<Histories.Chapter> past,
            @ForAll("foreign") Map<ResourceKey, Boolean> foreign,
            @ForAll("desired") List<Resource> desired) {
        Site site = Histories.live(past);
        Owner other = new Owner("shop", "local", "other");
        List<Thing> theirs = new ArrayList<>();
        foreign.forEach((key, labelled) ->
                theirs.add(site.world().put(Optional.of(other).filter(owner -> labelled), key, Value.Obj.EMPTY)));

        try {
            site.bringAbout(desired);
        } catch (InvalidConfigException refused) {
            assertThat(refused).hasMessageContaining("is there already, and");
        }

        assertThat(site.world().things()).containsAll(theirs);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aPlanOfSomeTouchesOnlyThemAndWhatTheyDependOn(
            @ForAll("histories") List<Histories.Chapter> past, @ForAll("desired") List<Resource> desired) {
        Site site = Histories.live(past);
        Set<ResourceKey> mayBeTouched = new HashSet<>();
        for (Resource resource : desired) {
            if (resource.key().name().equals("a")) {
                mayBeTouched.add(resource.key());
                mayBeTouched.addAll(dependencies(resource, desired));
            }
        }
        if (mayBeTouched.isEmpty()) {
            return;
        }

        Plan plan = Planner.plan(Requests.of(desired)
                .recorded(site.recorded())
                .observed(site.observed())
                .targets("a")
                .build());

        assertThat(waves(plan).keySet())
                .allMatch(key -> mayBeTouched.contains(key) || key.name().equals("a"))
                .containsAll(mayBeTouched);
    }

    @Provide
    Arbitrary<List<Histories.Chapter>> histories() {
        return Histories.any(false);
    }

    @Provide
    Arbitrary<List<Resource>> desired() {
        return DesiredSets.any(false);
    }

    @Provide
    Arbitrary<Map<ResourceKey, Boolean>> foreign() {
        Arbitrary<ResourceKey> keys = Arbitraries.of(
                        "network/a", "volume/b", "database/a", "container/c", "container/a")
                .map(ResourceKey::parse);
        return Arbitraries.maps(keys, Arbitraries.of(true, false)).ofMaxSize(3);
    }

    /** The wave of each resource in the plan. */
    private static Map<ResourceKey, Integer> waves(Plan plan) {
        Map<ResourceKey, Integer> waves = new HashMap<>();
        for (int wave = 0; wave < plan.waves().size(); wave++) {
            for (Change change : plan.waves().get(wave)) {
                waves.put(change.key(), wave + 1);
            }
        }
        plan.unchanged().forEach(change -> waves.put(change.key(), UNCHANGED));
        return waves;
    }

    /** All that a resource depends on, also by way of others. */
    private static Set<ResourceKey> dependencies(Resource resource, List<Resource> among) {
        Map<ResourceKey, Resource> byKey = new HashMap<>();
        among.forEach(each -> byKey.put(each.key(), each));
        Set<ResourceKey> all = new HashSet<>();
        List<ResourceKey> open = new ArrayList<>(resource.dependsOn());
        while (!open.isEmpty()) {
            ResourceKey next = open.removeLast();
            if (all.add(next)) {
                open.addAll(byKey.get(next).dependsOn());
            }
        }
        return all;
    }

    /** What an apply is to do, wave by wave. */
    private static List<List<String>> specs(Plan plan) {
        return plan.waves().stream()
                .map(wave -> wave.stream().map(PlanPropertyTest::spec).toList())
                .toList();
    }

    private static String spec(Change change) {
        return change.action() + " " + change.key() + change.providerId()
                + change.desired()
                        .map(resource -> resource.withSpec(Resolver.seal(resource.spec(), Site.KEY)))
                        .map(resource -> " " + ValueJson.write(resource.spec())
                                + resource.dependsOn().stream().sorted().toList() + resource.claims()
                                + resource.holdsData());
    }

    private static <T> List<T> shuffled(List<T> items, Random random) {
        List<T> copy = new ArrayList<>(items);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static Map<ResourceKey, Observed> shuffled(Map<ResourceKey, Observed> observed, Random random) {
        Map<ResourceKey, Observed> copy = new LinkedHashMap<>();
        shuffled(new ArrayList<>(observed.keySet()), random).forEach(key -> copy.put(key, observed.get(key)));
        return copy;
    }
}
