package dev.nanokit.engine.plan;

import static dev.nanokit.engine.model.Resources.a;
import static dev.nanokit.engine.model.Shop.all;
import static dev.nanokit.engine.model.Shop.network;
import static dev.nanokit.engine.model.Shop.orders;
import static dev.nanokit.engine.model.Shop.running;
import static dev.nanokit.engine.model.Shop.volume;
import static dev.nanokit.engine.model.Shop.web;
import static dev.nanokit.engine.model.Shop.whole;

import dev.nanokit.engine.model.Crash;
import dev.nanokit.engine.model.Requests;
import dev.nanokit.engine.model.Resources;
import dev.nanokit.engine.model.Shop;
import dev.nanokit.engine.model.Site;
import dev.nanokit.engine.model.Thing;
import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.Phase;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Each test is one plan, in the file of the test's name. */
class GoldenPlanTest {
    private String name;

    @BeforeEach
    void nameTheFile(TestInfo test) {
        name = test.getTestMethod().map(Method::getName).orElseThrow();
    }

    @Test
    void theFirstPlanCreatesEverything() {
        check(new Site().plan(whole()));
    }

    @Test
    void nothingHasChanged() {
        check(running().plan(whole()));
    }

    @Test
    void anotherImageIsAnUpdate() {
        check(running().plan(all(network(), volume(), orders(), web().with("image", "nginx:1.27"))));
    }

    @Test
    void anotherSecretIsAnUpdateThatDoesNotShowIt() {
        Resources web = web().with("env", Value.obj(Shop.env("debug", "hunter3")));

        check(running()
                .plan(all(network(), volume(), orders().with("password", Shop.secret("ssm:/x", "hunter3")), web)));
    }

    @Test
    void aSecretThatMovesToAnotherStoreChangesNothing() {
        check(running()
                .plan(all(
                        network(),
                        volume(),
                        orders().with("password", Shop.secret("ssm:/orders/password", "hunter2")),
                        web())));
    }

    @Test
    void anotherRangeReplacesTheNetworkAndUpdatesWhatIsInIt() {
        check(running().plan(all(network().with("cidr", "10.41.0.0/24"), volume(), orders(), web())));
    }

    @Test
    void anotherDriverReplacesTheVolumeAndIsGuarded() {
        check(running().plan(all(network(), volume().with("driver", "nfs"), orders(), web())));
    }

    @Test
    void whatWasRemovedByHandIsMadeAnew() {
        Site site = running();
        site.world().remove(Shop.WEB);
        site.world().remove(Shop.NETWORK);

        check(site.plan(whole()));
    }

    @Test
    void whatWasChangedByHandIsPutBack() {
        Site site = running();
        Thing web = site.world().thing(Shop.WEB).orElseThrow();
        Value.Obj env = Value.obj(Map.of(
                "LOG_LEVEL", Value.text("trace"),
                "TOKEN", Value.text("typed by somebody, perhaps a secret")));
        site.world()
                .change(web.withSpec(web.spec()
                        .with("image", Value.text("nginx:broken"))
                        .with("env", env)
                        .with("ports", Value.texts(List.of("8080:80", "9090:90")))));

        check(site.plan(whole()));
    }

    @Test
    void anInterruptedRunIsTakenUp() {
        Site site = new Site();
        dies(site, whole(), 10);

        check(site.plan(whole()));
    }

    @Test
    void aCreateWhoseAnswerWasLostIsAdopted() {
        Site site = new Site();
        dies(site, whole(), 11);

        check(site.plan(all(network(), volume(), orders(), web().with("image", "nginx:1.27"))));
    }

    @Test
    void aDeletionThatWasInterruptedGoesOn() {
        Site site = running();
        dies(site, List.of(), 1);

        check(site.plan(List.of()));
    }

    @Test
    void aDeletionThatWasInterruptedIsUndoneWhenItsResourceIsWantedAgain() {
        Site site = running();
        dies(site, List.of(), 4);

        check(site.plan(whole()));
    }

    @Test
    void aThingWithOurLabelsThatIsNotRecordedIsAdopted() {
        Site site = new Site();
        site.world().put(Optional.of(Site.OWNER), Shop.NETWORK, Value.obj(Map.of("cidr", Value.text("10.40.0.0/24"))));
        site.world()
                .put(
                        Optional.of(Site.OWNER),
                        Shop.WEB,
                        Value.obj(Map.of(
                                "image", Value.text("nginx:1.20"),
                                "env", Value.obj(Map.of("ORDERS_URL", Value.text("postgres://app:hunter1@old"))))));

        check(site.plan(whole()));
    }

    @Test
    void whatIsNoLongerInTheFileIsDeleted() {
        check(running().plan(all(network(), volume())));
    }

    @Test
    void destroyingGoesInTheReverseOrderOfCreationAndIsGuarded() {
        check(running().plan(List.of()));
    }

    @Test
    void aRenamedServiceKeepsItsPort() {
        Site site = new Site();
        site.bringAbout(all(network(), volume(), orders(), web(), proxyOf("web")));

        check(site.plan(all(network(), volume(), orders(), web("www"), proxyOf("www"))));
    }

    @Test
    void aPortIsGivenUpBeforeItIsTaken() {
        Site site = new Site();
        site.bringAbout(all(network(), volume(), orders(), web()));
        Resources moved = web("web").with("ports", Value.texts(List.of("80:80")));

        check(site.plan(List.of(
                network().build(),
                volume().build(),
                orders().build(),
                withClaims(moved.build(), Set.of("host-port/80")),
                a("container/admin").claiming("host-port/8080").build())));
    }

    @Test
    void replicasAreUpdatedOneAfterAnother() {
        Site site = new Site();
        site.bringAbout(replicas("nginx:1.26"));

        check(site.plan(replicas("nginx:1.27")));
    }

    @Test
    void onlyTheRecordChangesWhenOnlyTheOrderDoes() {
        Resources cron = a("container/cron").with("image", "cron:1");
        Site site = new Site();
        site.bringAbout(all(network(), cron));

        check(site.plan(all(network(), cron.after(Shop.NETWORK))));
    }

    @Test
    void sharedInfrastructureIsUsedAndNotTouched() {
        check(Planner.plan(Requests.of(sharingShop()).sharing(networkOf("base")).build()));
    }

    @Test
    void sharedInfrastructureThatIsNotThereYetBlocks() {
        check(Planner.plan(Requests.of(sharingShop()).build()));
    }

    @Test
    void infrastructureFromBeforeItWasSharedStays() {
        Site site = new Site();
        site.bringAbout(all(a("network/old").with("cidr", "10.9.0.0/24")));

        check(Planner.plan(Requests.of(sharingShop())
                .recorded(site.recorded())
                .observed(site.observed())
                .sharing(networkOf("base"))
                .build()));
    }

    @Test
    void aForeignNetworkIsOnlyRead() {
        Site site = new Site();
        ResourceKey vpc = new ResourceKey("network", "vpc-0a1b");
        site.world().put(Optional.empty(), vpc, Value.Obj.EMPTY);

        check(site.plan(all(
                a(vpc).managed(Management.EXTERNAL),
                a("container/web").with("network", Value.ref(vpc, "id")).after(vpc))));
    }

    @Test
    void aPlanOfOneServiceTouchesOnlyWhatItDependsOn() {
        Site site = running();
        Resources cron = a("container/cron").with("image", "cron:1");
        List<Resource> desired = all(
                network(),
                volume(),
                orders().with("image", "postgres:17"),
                web("web-1").with("image", "nginx:1.27"),
                cron);

        check(Planner.plan(Requests.of(desired)
                .recorded(site.recorded())
                .observed(site.observed())
                .targets("web")
                .build()));
    }

    private void check(Plan plan) {
        Golden.check(name + ".txt", PlanText.of(plan));
    }

    private static void dies(Site site, List<Resource> desired, int step) {
        try {
            site.apply(site.plan(desired), new Random(1), new Crash.Fuse(step));
            throw new AssertionError("the run did not die");
        } catch (Crash expected) {
            // as it should
        }
    }

    private static Resources proxyOf(String service) {
        return a("container/proxy").with("upstream", service).after("container/" + service);
    }

    private static Resource withClaims(Resource resource, Set<String> claims) {
        return new Resource(
                resource.key(),
                resource.section(),
                resource.management(),
                resource.spec(),
                resource.dependsOn(),
                resource.updateAfter(),
                resource.holdsData(),
                resource.replaceOn(),
                claims,
                resource.place());
    }

    private static List<Resource> replicas(String image) {
        return all(
                a("container/web-1").with("image", image),
                a("container/web-2").with("image", image).updatedAfter("container/web-1"),
                a("container/web-3").with("image", image).updatedAfter("container/web-2"));
    }

    private static List<Resource> sharingShop() {
        return all(
                network().managed(Management.SHARED),
                a("container/cron")
                        .with("network", Value.ref(Shop.NETWORK, "id"))
                        .after(Shop.NETWORK));
    }

    private static RecordedResource networkOf(String component) {
        Site other = new Site();
        other.bringAbout(all(network()));
        RecordedResource made = other.recorded().getFirst();
        Owner owner = new Owner("shop", "local", component);
        return new RecordedResource(
                made.key(),
                owner.component(),
                made.section(),
                Phase.READY,
                made.providerId(),
                made.spec(),
                made.outputs(),
                made.dependsOn(),
                made.holdsData(),
                made.claims(),
                made.clientToken(),
                made.serial());
    }
}
