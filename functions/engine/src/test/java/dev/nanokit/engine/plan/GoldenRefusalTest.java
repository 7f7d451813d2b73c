package dev.nanokit.engine.plan;

import static dev.nanokit.engine.model.Resources.a;
import static dev.nanokit.engine.model.Shop.network;
import static dev.nanokit.engine.model.Shop.orders;
import static dev.nanokit.engine.model.Shop.running;
import static dev.nanokit.engine.model.Shop.volume;
import static dev.nanokit.engine.model.Shop.web;
import static dev.nanokit.engine.model.Shop.whole;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.nanokit.engine.model.Requests;
import dev.nanokit.engine.model.Shop;
import dev.nanokit.engine.model.Site;
import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.value.Value;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What can't be planned, and what the user is told: each test is one message, in the file of the test's name. */
class GoldenRefusalTest {
    private String name;

    @BeforeEach
    void nameTheFile(TestInfo test) {
        name = test.getTestMethod().map(Method::getName).orElseThrow();
    }

    @Test
    void cyclesAreNamedAllAtOnce() {
        check(
                new Site(),
                Shop.all(
                        a("container/web").after("container/api").onLine(4),
                        a("container/api").after("container/queue").onLine(8),
                        a("container/queue").after("container/web").onLine(12),
                        a("container/a").after("volume/b").onLine(16),
                        a("volume/b").after("container/a").onLine(20),
                        a("container/self").after("container/self").onLine(24)));
    }

    @Test
    void whatDoesNotFitTogetherIsToldAllAtOnce() {
        check(
                new Site(),
                Shop.all(
                        a("container/web").claiming("host-port/80").onLine(4),
                        a("container/web").onLine(9),
                        a("container/api")
                                .claiming("host-port/80")
                                .after("database/odrers")
                                .onLine(12)));
    }

    @Test
    void whatBelongsToOthersIsNotTouched() {
        Site site = new Site();
        site.world().put(Optional.of(new Owner("shop", "local", "base")), Shop.NETWORK, Value.Obj.EMPTY);
        site.world().put(Optional.of(new Owner("blog", "local", "main")), Shop.VOLUME, Value.Obj.EMPTY);
        site.world().put(Optional.empty(), Shop.WEB, Value.Obj.EMPTY);

        check(site, whole());
    }

    @Test
    void somethingElseUnderARecordedNameIsNotTouched() {
        Site site = running();
        site.world().remove(Shop.WEB);
        site.world().put(Optional.empty(), Shop.WEB, Value.Obj.EMPTY);

        check(site, whole());
    }

    @Test
    void twoCannotSwapTheirPortsInOneStep() {
        Site site = new Site();
        site.bringAbout(Shop.all(
                a("container/web").with("port", "80").claiming("host-port/80"),
                a("container/api").with("port", "81").claiming("host-port/81")));

        check(
                site,
                Shop.all(
                        a("container/web").with("port", "81").claiming("host-port/81"),
                        a("container/api").with("port", "80").claiming("host-port/80")));
    }

    @Test
    void aPortCannotBeTakenFromWhatThePlanDoesNotTouch() {
        Site site = running();
        List<Resource> desired =
                Shop.all(network(), volume(), orders(), a("container/admin").claiming("host-port/8080"));

        refuse(Requests.of(desired)
                .recorded(site.recorded())
                .observed(site.observed())
                .targets("admin"));
    }

    @Test
    void anUnknownTargetNamesTheNearest() {
        refuse(Requests.of(whole()).targets("wbe", "something-else"));
    }

    @Test
    void aForeignNetworkMustExist() {
        check(
                new Site(),
                Shop.all(a("network/vpc-0a1b").managed(Management.EXTERNAL).onLine(5)));
    }

    @Test
    void ownInfrastructureCannotBecomeSharedInOneStep() {
        check(running(), Shop.all(network().managed(Management.SHARED), volume(), orders(), web()));
    }

    @Test
    void anOutputThatWasNeverGivenIsNamed() {
        Site site = running();

        check(
                site,
                Shop.all(
                        network(),
                        a("container/cron")
                                .with("gateway", Value.ref(Shop.NETWORK, "gateway"))
                                .after(Shop.NETWORK)));
    }

    @Test
    void aReferenceWithoutADependencyIsTheCompilersFault() {
        List<Resource> desired = Shop.all(network(), a("container/web").with("network", Value.ref(Shop.NETWORK, "id")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Site().plan(desired))
                .withMessage("container/web uses the output 'id' of network/default but does not depend on it");
    }

    private void check(Site site, List<Resource> desired) {
        Golden.check(name + ".txt", Golden.refusal(() -> site.plan(desired)));
    }

    private void refuse(Requests request) {
        Golden.check(name + ".txt", Golden.refusal(() -> Planner.plan(request.build())));
    }
}
