package dev.nanokit.stages;

import static dev.nanokit.stages.world.Things.infrastructure;
import static dev.nanokit.stages.world.Things.keeper;
import static dev.nanokit.stages.world.Things.key;
import static dev.nanokit.stages.world.Things.shaped;
import static dev.nanokit.stages.world.Things.shared;
import static dev.nanokit.stages.world.Things.store;
import static dev.nanokit.stages.world.Things.thing;
import static dev.nanokit.stages.world.Things.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.plan.PlanJson;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.value.Leaves;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.stages.ApplyResult.Applied;
import dev.nanokit.stages.ApplyResult.Cause;
import dev.nanokit.stages.ApplyResult.Incomplete;
import dev.nanokit.stages.world.Fate;
import dev.nanokit.stages.world.ModelCloud;
import dev.nanokit.stages.world.ScriptedProvider.Behaviour;
import dev.nanokit.stages.world.WatchedTable;
import dev.nanokit.state.RamDisk;
import dev.nanokit.state.lock.Acquisition;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.lock.LockGrant;
import dev.nanokit.state.lock.LockRequest;
import dev.nanokit.state.lock.LockRequest.InfraAccess;
import dev.nanokit.state.lock.Sighting;
import dev.nanokit.state.store.ForeignComponentException;
import dev.nanokit.state.table.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What planning and applying must do, however the stages are run. */
@Timeout(60)
public abstract class ApplyWorkflowContract {
    private static final Holder ADMIN = new Holder("grace@vps", "nkapp infra unlock", "", Instant.EPOCH);

    @TempDir(factory = RamDisk.class)
    public Path folder;

    protected Site site;

    protected abstract Site open(Path folder);

    @BeforeEach
    void open() {
        site = open(folder);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whatIsAppliedIsThereAndPlansToNothing() {
        List<Resource> desired = List.of(thing("net", "red"), thing("db", "red", "net"), thing("web", "red", "db"));

        assertThat(site.run(desired).apply()).isInstanceOf(Applied.class);

        assertThat(site.cloud.keys()).containsExactly("thing/db", "thing/net", "thing/web");
        assertThat(site.run(desired).plan().isEmpty()).isTrue();
        assertThat(site.locks().list(site.id())).isEmpty();
        assertThat(site.state().commit()).contains("c0ffee");
    }

    @Test
    void referencesAreFilledInWithWhatTheProviderAnswered() {
        site.run(List.of(thing("net", "red"), thing("web", "red", "net"))).apply();

        assertThat(only("web").spec().text("near-net")).isEqualTo("net.internal");
    }

    @Test
    void passwordThatAThingMakesUpReachesItsUsersInThisRunAndTheNextAndIsWrittenNowhere() {
        List<String> written = new CopyOnWriteArrayList<>();
        UnaryOperator<Table> watched = table -> new WatchedTable(table, written);

        ApplyResult first = site.run(List.of(keeper("db"), user("web", "red", "db")))
                .over(watched)
                .apply();
        String password = only("db").password();
        assertThat(first).isInstanceOf(Applied.class);
        assertThat(login("web")).isEqualTo(password);

        List<Resource> more = List.of(keeper("db"), user("web", "blue", "db"), user("api", "red", "db"));
        Plan plan = site.run(more).over(watched).plan();
        assertThat(site.run(more).over(watched).apply(plan)).isInstanceOf(Applied.class);

        assertThat(login("web")).isEqualTo(password);
        assertThat(login("api")).isEqualTo(password);
        assertThat(site.run(more).plan().isEmpty()).isTrue();
        assertThat(PlanJson.write(plan)).doesNotContain(password);
        assertThat(written).anyMatch(text -> text.contains("model:db")).noneMatch(text -> text.contains(password));
    }

    /** What the provider was given. */
    private String login(String name) {
        return Leaves.firstSecret(only(name).spec().get("login")).orElseThrow().reveal();
    }

    @Test
    void planThatChangesNothingRaisesNoSerial() {
        List<Resource> desired = List.of(thing("web", "red"));
        site.run(desired).apply();
        long serial = site.state().serial();

        site.run(desired).apply();

        assertThat(site.state().serial()).isEqualTo(serial);
    }

    @Test
    void planThatIsNoLongerCurrentIsRefusedAndTheNewOneGiven() {
        Plan approved = site.run(List.of(thing("web", "red"))).plan();
        site.run(List.of(thing("other", "red"))).apply();

        ApplyResult result = site.run(List.of(thing("web", "red"))).apply(approved);

        assertThat(result)
                .isInstanceOfSatisfying(
                        ApplyResult.Stale.class,
                        stale -> assertThat(stale.plan().digest()).isNotEqualTo(approved.digest()));
        assertThat(site.cloud.keys()).containsExactly("thing/other");
    }

    @Test
    void losingDataNeedsForce() {
        site.run(List.of(store("orders"))).apply();

        assertThat(site.run(List.of()).destroying().apply()).isInstanceOf(ApplyResult.Guarded.class);
        assertThat(site.cloud.keys()).containsExactly("thing/orders");

        assertThat(site.run(List.of()).destroying().forced().apply()).isInstanceOf(Applied.class);
        assertThat(site.cloud.keys()).isEmpty();
    }

    @Test
    void thingsAreDeletedBeforeWhatTheyDependOn() {
        site.run(List.of(thing("net", "red"), thing("web", "red", "net"))).apply();

        site.run(List.of()).destroying().apply();

        assertThat(site.cloud.removed()).containsExactly("web", "net");
    }

    @Test
    void otherRepositoryIsRefusedWithTheOwnersName() {
        site.run(List.of(thing("web", "red"))).of("acme/shop").apply();

        assertThatThrownBy(() ->
                        site.run(List.of(thing("web", "blue"))).of("evil/shop").apply())
                .isInstanceOf(ForeignComponentException.class)
                .hasMessageContaining("acme/shop");
        assertThat(site.locks().list(site.id())).isEmpty();
    }

    @Test
    void failureStopsWhatComesAfterAndSaysWhatIsLeft() {
        ApplyResult result = site.run(
                        List.of(thing("net", "red"), thing("db", "red", "net"), thing("web", "red", "db")),
                        provider -> provider.when(key("db"), (change, tries) -> {
                            throw refusal();
                        }))
                .apply();

        assertThat(result).isInstanceOfSatisfying(Incomplete.class, incomplete -> {
            assertThat(incomplete.cause()).isEqualTo(Cause.FAILED);
            assertThat(names(incomplete.done())).containsExactly("net");
            assertThat(incomplete.failed()).singleElement().satisfies(failure -> {
                assertThat(failure.change().key()).isEqualTo(key("db"));
                assertThat(failure.message()).isEqualTo("quota exceeded");
                assertThat(failure.fix()).isEqualTo("ask for more");
            });
            assertThat(names(incomplete.left())).containsExactly("web");
        });
        assertThat(site.locks().list(site.id())).isEmpty();
    }

    @Test
    void nextRunFinishesWhatAFailureLeft() {
        List<Resource> desired = List.of(thing("net", "red"), thing("db", "red", "net"));
        site.run(
                        desired,
                        provider -> provider.when(key("db"), (change, tries) -> {
                            throw refusal();
                        }))
                .apply();

        assertThat(site.run(desired).apply()).isInstanceOf(Applied.class);
        assertThat(site.cloud.keys()).containsExactly("thing/db", "thing/net");
    }

    @Test
    void throttledCallIsTriedAgain() {
        AtomicInteger calls = new AtomicInteger();
        ApplyResult result = site.run(
                        List.of(thing("web", "red")),
                        provider -> provider.when(key("web"), (change, tries) -> {
                            if (calls.incrementAndGet() < 4) {
                                throw throttled();
                            }
                        }))
                .apply();

        assertThat(result).isInstanceOf(Applied.class);
        assertThat(calls).hasValue(4);
    }

    @Test
    void answerThatWasLostMakesNothingTwice() {
        ApplyResult result = site.run(
                        List.of(thing("web", "red")),
                        provider -> provider.when(key("web"), new Behaviour() {
                            @Override
                            public void before(Change change, int tries) {}

                            @Override
                            public void after(Change change, int tries) {
                                if (tries == 1) {
                                    throw throttled();
                                }
                            }
                        }))
                .apply();

        assertThat(result).isInstanceOf(Applied.class);
        assertThat(site.cloud.made()).isEqualTo(1);
    }

    @Test
    void slowChangesDoNotHoldUpTheOthersOfTheirWave() {
        List<Resource> desired = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            desired.add(thing("slow-" + i, "red"));
        }
        desired.add(thing("swift", "red"));
        CountDownLatch swiftIsDone = new CountDownLatch(1);
        ApplyResult result = site.run(desired, provider -> {
                    desired.stream()
                            .filter(resource -> !resource.key().name().equals("swift"))
                            .forEach(resource -> provider.when(resource.key(), slowUntil(swiftIsDone)));
                    return provider.when(key("swift"), new Behaviour() {
                        @Override
                        public void before(Change change, int tries) {}

                        @Override
                        public void after(Change change, int tries) {
                            swiftIsDone.countDown();
                        }
                    });
                })
                .apply();

        assertThat(result).isInstanceOf(Applied.class);
        assertThat(site.cloud.things()).hasSize(21);
    }

    @Test
    void unlockedRunStopsAndTheNextOneGoesOn() {
        List<Resource> desired = List.of(thing("net", "red"), thing("web", "red", "net"), thing("cdn", "red", "web"));

        ApplyResult result = site.run(
                        desired,
                        provider -> provider.when(key("web"), (change, tries) -> {
                            assertThat(site.locks().unlock(site.id(), ADMIN)).isNotEmpty();
                        }))
                .apply();

        assertThat(result)
                .isInstanceOfSatisfying(
                        Incomplete.class,
                        incomplete -> assertThat(incomplete.cause()).isEqualTo(Cause.LOCK_LOST));
        assertThat(site.cloud.keys()).doesNotContain("thing/cdn");
        assertThat(site.run(desired).apply()).isInstanceOf(Applied.class);
        assertThat(site.cloud.keys()).containsExactly("thing/cdn", "thing/net", "thing/web");
    }

    @Test
    void runIsToldWhoHoldsTheLock() {
        CountDownLatch holds = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Thread first = Thread.ofVirtual()
                .start(() -> site.run(
                                List.of(thing("web", "red")),
                                provider -> provider.when(key("web"), (change, tries) -> {
                                    holds.countDown();
                                    await(release);
                                }))
                        .apply());
        await(holds);

        ApplyResult result = site.run(List.of(thing("web", "red"))).apply();

        assertThat(result)
                .isInstanceOfSatisfying(
                        ApplyResult.Blocked.class,
                        blocked -> assertThat(blocked.by().holders())
                                .extracting(Holder::who)
                                .containsExactly("ada@laptop"));
        release.countDown();
        join(first);
    }

    @Test
    void replacementIsMadeAnewAndItsDependentsFollow() {
        site.run(List.of(shaped("net", "round"), thing("web", "red", "net"))).apply();
        String before = only("net").id();

        ApplyResult result = site.run(List.of(shaped("net", "square"), thing("web", "red", "net")))
                .apply();

        assertThat(result).isInstanceOf(Applied.class);
        assertThat(only("net").id()).isNotEqualTo(before);
        assertThat(site.cloud.keys()).containsExactly("thing/net", "thing/web");
    }

    @Test
    void limitedRunLeavesTheRestAlone() {
        site.run(List.of(thing("web", "red"), thing("api", "red"))).apply();

        site.run(List.of(thing("web", "blue"), thing("api", "blue")))
                .only("api")
                .apply();

        assertThat(only("web").spec().text("colour")).isEqualTo("red");
        assertThat(only("api").spec().text("colour")).isEqualTo("blue");
    }

    @Test
    void whatSomebodyChangedByHandIsPutBack() {
        List<Resource> desired = List.of(thing("web", "red"));
        site.run(desired).apply();
        ModelCloud.Thing web = only("web");
        site.cloud.change(web.id(), web.spec().with("colour", dev.nanokit.engine.value.Value.text("pink")));

        Plan plan = site.run(desired).plan();
        assertThat(plan.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.reasons()).anyMatch(reason -> reason.contains("by hand")));

        site.run(desired).apply();
        assertThat(only("web").spec().text("colour")).isEqualTo("red");
    }

    @Test
    void changeThatIsThrottledTooOftenHasFailed() {
        AtomicInteger calls = new AtomicInteger();
        ApplyResult result = site.run(
                        List.of(thing("web", "red")),
                        provider -> provider.when(key("web"), (change, tries) -> {
                            calls.incrementAndGet();
                            throw throttled();
                        }))
                .apply();

        assertThat(result)
                .isInstanceOfSatisfying(
                        Incomplete.class,
                        incomplete -> assertThat(incomplete.failed())
                                .singleElement()
                                .satisfies(
                                        failure -> assertThat(failure.message()).isEqualTo("slow down")));
        assertThat(calls).hasValue(5);
        assertThat(site.locks().list(site.id())).isEmpty();
    }

    @Test
    void slowChangeIsWaitedForUntilItIsDone() {
        AtomicInteger looks = new AtomicInteger();
        ApplyResult result = site.run(
                        List.of(thing("db", "red"), thing("web", "red", "db")),
                        provider -> provider.when(key("db"), new Behaviour() {
                            @Override
                            public void before(Change change, int tries) {}

                            @Override
                            public boolean stillAtWork() {
                                return looks.incrementAndGet() <= 30;
                            }
                        }))
                .apply();

        assertThat(result).isInstanceOf(Applied.class);
        assertThat(looks).hasValue(31);
        assertThat(only("web").spec().text("near-db")).isEqualTo("db.internal");
    }

    @Test
    void deadHolderIsTakenOverAfterItsLease() {
        Fate fate = Fate.atStep(9);
        try {
            site.run(fate, List.of(thing("web", "red")), UnaryOperator.identity())
                    .by(Site.IN_PROCESS)
                    .apply();
        } catch (Fate.KilledError e) {
            assertThat(fate.struck()).isTrue();
        }
        assertThat(site.locks().list(site.id())).isNotEmpty();

        ApplyResult result = site.run(List.of(thing("web", "red")))
                .as("grace@vps")
                .waiting(Duration.ofMinutes(10))
                .apply();

        assertThat(result).isInstanceOf(Applied.class);
        assertThat(site.cloud.made()).isEqualTo(1);
        assertThat(site.locks().list(site.id())).isEmpty();
    }

    @Test
    void whoWaitsTooLongLeavesTheQueue() {
        LockGrant grant = granted(site.locks().acquire(request("other", "ada@laptop"), Sighting.NONE));

        ApplyResult result = site.run(List.of(thing("web", "red")))
                .as("grace@vps")
                .waiting(Duration.ofSeconds(40))
                .apply();

        assertThat(result).isInstanceOfSatisfying(ApplyResult.Blocked.class, blocked -> {
            assertThat(blocked.by().position()).isEqualTo(1);
            assertThat(blocked.by().holders()).extracting(Holder::who).containsExactly("ada@laptop");
        });
        assertThat(site.locks().list(site.id()))
                .allSatisfy(lock -> assertThat(lock.waiting()).isEmpty());
        site.locks().release(grant);
    }

    @Test
    void sharedInfrastructureThatIsNotThereIsWaitedForWithoutTheLock() {
        List<Resource> shop = List.of(shared("net"), thing("web", "red", "net"));

        ApplyResult result = site.run(shop)
                .component("shop")
                .sharing()
                .waiting(Duration.ofSeconds(30))
                .apply();

        assertThat(result)
                .isInstanceOfSatisfying(
                        ApplyResult.NotReady.class,
                        notReady -> assertThat(notReady.why()).contains("thing/net"));
        assertThat(site.cloud.things()).isEmpty();
        assertThat(site.locks().list(site.id())).isEmpty();
    }

    @Test
    void sharedInfrastructureIsUsedOnceItIsThere() {
        site.run(List.of(infrastructure("net"))).apply();

        ApplyResult result = site.run(List.of(shared("net"), thing("web", "red", "net")))
                .component("shop")
                .sharing()
                .apply();

        assertThat(result).isInstanceOf(Applied.class);
        assertThat(only("web").spec().text("near-net")).isEqualTo("net.internal");
    }

    @Test
    void cancelledRunFinishesWhatIsInFlightAndBeginsNothingNew() {
        AtomicBoolean asked = new AtomicBoolean();

        ApplyResult result = site.run(
                        List.of(thing("net", "red"), thing("web", "red", "net")),
                        provider -> provider.when(key("net"), (change, tries) -> asked.set(true)))
                .cancelledWhen(asked::get)
                .apply();

        assertThat(result).isInstanceOfSatisfying(Incomplete.class, incomplete -> {
            assertThat(incomplete.cause()).isEqualTo(Cause.CANCELLED);
            assertThat(names(incomplete.done())).containsExactly("net");
            assertThat(names(incomplete.left())).containsExactly("web");
        });
        assertThat(site.cloud.keys()).containsExactly("thing/net");
        assertThat(site.locks().list(site.id())).isEmpty();
    }

    @Test
    void planOfMoreThanAQuarterOfAMegabyteIsApplied() {
        List<Resource> desired = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            desired.add(thing("thing-%03d".formatted(i), "x".repeat(3_000)));
        }

        Plan plan = site.run(desired).plan();
        ApplyResult result = site.run(desired).apply(plan);

        assertThat(result).isInstanceOf(Applied.class);
        assertThat(site.cloud.things()).hasSize(130);
        assertThat(site.run(desired).plan().isEmpty()).isTrue();
        assertThat(site.state().resources()).hasSize(130);
    }

    @Test
    void refusedCredentialsAreSaidAndChangeNothing() {
        ThrowableAssert.ThrowingCallable apply = () -> site.run(
                        List.of(thing("web", "red")), provider -> provider.connecting(ApplyWorkflowContract::refuseKey))
                .apply();

        assertThatThrownBy(apply).isInstanceOfSatisfying(ProviderException.class, e -> {
            assertThat(e).hasMessage("the key is not known");
            assertThat(e.fix()).isEqualTo("set another");
            assertThat(e.code()).isEqualTo("AccessDenied");
        });
        assertThat(site.locks().list(site.id())).isEmpty();
        assertThat(site.state().serial()).isZero();
    }

    @Test
    void planSaysWhatIsRefused() {
        assertThatThrownBy(() -> site.run(
                                List.of(thing("web", "red")),
                                provider -> provider.connecting(ApplyWorkflowContract::refuseKey))
                        .plan())
                .isInstanceOf(ProviderException.class)
                .hasMessage("the key is not known");
    }

    @Test
    void planIsKeptForWhoeverAsksForIt() {
        Plan plan = site.run(List.of(thing("net", "red"), thing("web", "red", "net")))
                .plan();

        assertThat(site.store().planJson(plan.id())).contains(PlanJson.write(plan));
    }

    @Test
    void whoAppliedWhatIsInTheAuditTrail() {
        site.run(List.of(thing("web", "red"))).apply();

        assertThat(site.store().auditTrail(site.id(), 10)).singleElement().satisfies(entry -> {
            assertThat(entry.who()).isEqualTo("ada@laptop");
            assertThat(entry.detail()).startsWith("applied: component main").endsWith("1 of 1 changes");
        });
    }

    @Test
    void destroyedComponentLeavesNothingAndNoOwner() {
        site.run(List.of(thing("net", "red"), thing("web", "red", "net"))).apply();

        ApplyResult result = site.run(List.of()).destroying().apply();

        assertThat(result).isInstanceOf(Applied.class);
        assertThat(site.cloud.things()).isEmpty();
        assertThat(site.state().resources()).isEmpty();
        assertThat(site.state().repository()).isEmpty();
    }

    private static void refuseKey() {
        throw new ProviderException("the key is not known", false, "AccessDenied", "set another", null);
    }

    private LockRequest request(String id, String who) {
        Holder holder = new Holder(who, "nkapp up", "", Instant.EPOCH);
        return new LockRequest(site.id(), "main", InfraAccess.WRITE, holder, id, Site.LEASE);
    }

    private static LockGrant granted(Acquisition acquisition) {
        return ((Acquisition.Granted) acquisition).grant();
    }

    private ModelCloud.Thing only(String name) {
        List<ModelCloud.Thing> found = site.cloud.things().stream()
                .filter(thing -> thing.key().name().equals(name))
                .toList();
        assertThat(found).as(name).hasSize(1);
        return found.getFirst();
    }

    private static Behaviour slowUntil(CountDownLatch latch) {
        return new Behaviour() {
            @Override
            public void before(Change change, int tries) {}

            @Override
            public boolean stillAtWork() {
                return latch.getCount() > 0;
            }
        };
    }

    private static List<String> names(List<Change> changes) {
        return changes.stream().map(change -> change.key().name()).sorted().toList();
    }

    private static ProviderException refusal() {
        return new ProviderException("quota exceeded", false, "QuotaExceeded", "ask for more", null);
    }

    private static ProviderException throttled() {
        return new ProviderException("slow down", true, "Throttled", "wait", null);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
