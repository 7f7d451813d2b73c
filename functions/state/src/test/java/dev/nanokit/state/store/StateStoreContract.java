package dev.nanokit.state.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.plan.PlanJson;
import dev.nanokit.engine.resource.Phase;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.ManualClock;
import dev.nanokit.state.audit.AuditEntry;
import dev.nanokit.state.lock.Acquisition;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.lock.LockGrant;
import dev.nanokit.state.lock.LockLostException;
import dev.nanokit.state.lock.LockRequest;
import dev.nanokit.state.lock.LockRequest.InfraAccess;
import dev.nanokit.state.lock.Locks;
import dev.nanokit.state.lock.Sighting;
import dev.nanokit.state.lock.TableLocks;
import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.CorruptStateException;
import dev.nanokit.state.table.CountingTable;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.TableException;
import dev.nanokit.state.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What state must do, over every table. */
abstract class StateStoreContract {
    private static final String REPOSITORY = "github.com/acme/api";
    private static final ResourceKey WEB = new ResourceKey("container", "web");

    final ManualClock clock = new ManualClock();
    private final EnvironmentId environment = new EnvironmentId("local", "shop-" + UUID.randomUUID(), "stage");
    private CountingTable table;
    private Locks locks;
    private StateStore store;

    abstract Table open();

    @BeforeEach
    void openTable() {
        table = new CountingTable(open());
        locks = new TableLocks(table, clock::millis);
        store = new TableStateStore(table, clock);
    }

    @AfterEach
    void closeTable() {
        table.close();
    }

    @Test
    void componentThatWasNeverAppliedHasNothing() {
        ComponentState state = store.component(environment, "api");

        assertThat(state.repository()).isEmpty();
        assertThat(state.serial()).isZero();
        assertThat(state.commit()).isEmpty();
        assertThat(state.resources()).isEmpty();
        assertThat(store.components(environment)).isEmpty();
    }

    @Test
    void applyLeavesItsResourcesItsSerialAndItsCommit() {
        LockGrant grant = lock("api", InfraAccess.WRITE);
        RecordedResource creating = Recorded.container("api", "web", Phase.CREATING, 1);
        RecordedResource ready = Recorded.container("api", "web", Phase.READY, 1);

        assertThat(store.begin(grant, REPOSITORY, 0)).isEqualTo(1);
        store.put(grant, creating);
        assertThat(store.component(environment, "api").resources()).containsExactly(creating);
        store.put(grant, ready);
        store.finish(grant, "c0ffee");

        ComponentState state = store.component(environment, "api");
        assertThat(state.resources()).containsExactly(ready);
        assertThat(state.repository()).contains(REPOSITORY);
        assertThat(state.serial()).isEqualTo(1);
        assertThat(state.commit()).contains("c0ffee");
    }

    @Test
    void forgottenResourceIsGone() {
        LockGrant grant = begun("api", InfraAccess.WRITE);
        store.put(grant, Recorded.container("api", "web", Phase.DELETING, 1));

        store.forget(grant, WEB);
        store.forget(grant, WEB);

        assertThat(store.component(environment, "api").resources()).isEmpty();
    }

    @Test
    void componentsKeepTheirResourcesApart() {
        LockGrant api = begun("api", InfraAccess.READ);
        LockGrant longer = begun("api-v2", InfraAccess.READ);
        store.put(api, Recorded.container("api", "web", Phase.READY, 1));
        store.put(longer, Recorded.container("api-v2", "web", Phase.READY, 1));

        assertThat(store.component(environment, "api").resources())
                .extracting(RecordedResource::component)
                .containsExactly("api");
        assertThat(store.components(environment)).containsOnlyKeys("api", "api-v2");
        assertThat(store.components(environment).get("api-v2").resources()).hasSize(1);
        EnvironmentId production = new EnvironmentId("local", environment.project(), "production");
        assertThat(store.components(production)).isEmpty();
    }

    @Test
    void resourceOfAnotherComponentIsNotWritten() {
        LockGrant grant = begun("api", InfraAccess.READ);

        assertThatThrownBy(() -> store.put(grant, Recorded.container("web", "web", Phase.READY, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("container/web belongs to component web, and the lock is on api");
    }

    @Test
    void sharedInfrastructureIsWhatOthersHaveMadeAndIsReady() {
        LockGrant base = begun("base", InfraAccess.WRITE);
        store.put(base, Recorded.network("base", Phase.CREATING));
        store.put(base, Recorded.container("base", "proxy", Phase.READY, 1));
        assertThat(store.sharedInfrastructure(environment, "api")).isEmpty();

        store.put(base, Recorded.network("base", Phase.READY));

        assertThat(store.sharedInfrastructure(environment, "api"))
                .containsExactly(Recorded.network("base", Phase.READY));
        assertThat(store.sharedInfrastructure(environment, "base")).isEmpty();
    }

    @Test
    void planOfAnOldSerialIsNotBegun() {
        LockGrant first = begun("api", InfraAccess.WRITE);
        locks.release(first);
        LockGrant second = lock("api", InfraAccess.WRITE);

        assertThatThrownBy(() -> store.begin(second, REPOSITORY, 0))
                .isInstanceOf(StalePlanException.class)
                .hasMessageContaining("component 'api' of " + environment.project() + "/stage")
                .hasMessageContaining("serial 0 then, 1 now");
        assertThat(store.begin(second, REPOSITORY, 1)).isEqualTo(2);
    }

    @Test
    void beginWhoseAnswerWasLostCanBeRepeated() {
        LockGrant grant = lock("api", InfraAccess.WRITE);

        assertThat(store.begin(grant, REPOSITORY, 0)).isEqualTo(1);
        assertThat(store.begin(grant, REPOSITORY, 0)).isEqualTo(1);
        assertThat(store.component(environment, "api").serial()).isEqualTo(1);
    }

    @Test
    void componentBelongsToTheRepositoryThatAppliedItFirst() {
        LockGrant ours = begun("api", InfraAccess.WRITE);
        store.put(ours, Recorded.container("api", "web", Phase.READY, 1));
        store.finish(ours, "c0ffee");
        locks.release(ours);
        LockGrant theirs = lock("api", InfraAccess.WRITE);

        assertThatThrownBy(() -> store.begin(theirs, "github.com/acme/web", 1))
                .isInstanceOf(ForeignComponentException.class)
                .hasMessageContaining("belongs to github.com/acme/api, and this is github.com/acme/web")
                .hasMessageContaining("component: in nanokit.yml");
        assertThat(store.component(environment, "api").serial()).isEqualTo(1);
    }

    @Test
    void componentThatWasDestroyedBelongsToNobodyAndKeepsItsSerial() {
        LockGrant ours = begun("api", InfraAccess.WRITE);
        store.put(ours, Recorded.container("api", "web", Phase.READY, 1));
        store.forget(ours, WEB);
        store.finish(ours, "c0ffee");
        locks.release(ours);

        assertThat(store.component(environment, "api").repository()).isEmpty();
        assertThat(store.begin(lock("api", InfraAccess.WRITE), "github.com/acme/web", 1))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(InfraAccess.class)
    void pausedHolderThatWakesAfterUnlockCanWriteNothing(InfraAccess access) {
        LockGrant paused = begun("api", access);
        RecordedResource before = Recorded.container("api", "web", Phase.READY, 1);
        store.put(paused, before);

        locks.unlock(environment, holder("eve"));

        assertWritesNothing(paused, before);
        LockGrant next = begun("api", access, 1);
        assertWritesNothing(paused, before);
        store.put(next, Recorded.container("api", "web", Phase.DELETING, 2));
    }

    @ParameterizedTest
    @EnumSource(InfraAccess.class)
    void holderWhoseLeaseRanOutAndWasTakenOverCanWriteNothing(InfraAccess access) {
        LockGrant paused = begun("api", access);
        RecordedResource before = Recorded.container("api", "web", Phase.READY, 1);
        store.put(paused, before);
        LockRequest request = request("base", InfraAccess.WRITE);
        Acquisition.Blocked blocked = (Acquisition.Blocked) locks.acquire(request, Sighting.NONE);
        clock.advance(request.lease());

        assertThat(locks.acquire(request, blocked.sighting())).isInstanceOf(Acquisition.Granted.class);

        assertWritesNothing(paused, before);
    }

    @Test
    void runThatHasReleasedItsLockCanWriteNothing() {
        LockGrant grant = begun("api", InfraAccess.WRITE);
        RecordedResource before = Recorded.container("api", "web", Phase.READY, 1);
        store.put(grant, before);

        locks.release(grant);

        assertWritesNothing(grant, before);
    }

    private void assertWritesNothing(LockGrant grant, RecordedResource kept) {
        long serial = store.component(environment, "api").serial();
        for (ThrowingCallable write : List.<ThrowingCallable>of(
                () -> store.put(grant, Recorded.container("api", "web", Phase.CREATING, 9)),
                () -> store.put(grant, Recorded.container("api", "other", Phase.CREATING, 9)),
                () -> store.forget(grant, WEB),
                () -> store.begin(grant, REPOSITORY, serial),
                () -> store.finish(grant, "bad"))) {
            assertThatThrownBy(write)
                    .isInstanceOf(LockLostException.class)
                    .hasMessageContaining("the lock on component api of " + environment.project() + "/stage")
                    .hasMessageContaining("Nothing was written after that");
        }
        ComponentState state = store.component(environment, "api");
        assertThat(state.resources()).containsExactly(kept);
        assertThat(state.serial()).isEqualTo(serial);
        assertThat(state.commit()).isEmpty();
    }

    @Test
    void writesOfManyThreadsAreAllDone() throws Exception {
        LockGrant grant = begun("api", InfraAccess.WRITE);
        table.taken();
        int resources = 60;

        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writes = new ArrayList<>();
            for (int i = 0; i < resources; i++) {
                RecordedResource resource = Recorded.container("api", "web-" + i, Phase.CREATING, 1);
                writes.add(executor.submit(() -> {
                    store.put(grant, resource);
                    store.put(grant, Recorded.container("api", resource.key().name(), Phase.READY, 1));
                }));
            }
            for (Future<?> write : writes) {
                write.get();
            }
        }

        assertThat(table.taken()).isLessThanOrEqualTo(2 * resources);
        assertThat(store.component(environment, "api").resources())
                .hasSize(resources)
                .extracting(RecordedResource::phase)
                .containsOnly(Phase.READY);
    }

    @Test
    void writesOfManyThreadsAllFailOnceTheLockIsGone() throws Exception {
        LockGrant grant = begun("api", InfraAccess.WRITE);
        locks.unlock(environment, holder("eve"));

        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writes = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                RecordedResource resource = Recorded.container("api", "web-" + i, Phase.CREATING, 1);
                writes.add(executor.submit(() -> store.put(grant, resource)));
            }
            for (Future<?> write : writes) {
                assertThatThrownBy(write::get).hasCauseInstanceOf(LockLostException.class);
            }
        }

        assertThat(store.component(environment, "api").resources()).isEmpty();
    }

    @Test
    void resourceThatIsTooLargeIsRefusedByNameAndOthersAreWritten() {
        LockGrant grant = begun("api", InfraAccess.WRITE);
        RecordedResource web = Recorded.container("api", "web", Phase.READY, 1);

        assertThatThrownBy(() -> store.put(grant, Recorded.withImage(web, "x".repeat(400_000))))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("RESOURCE#api#container#web is too large to be kept");

        store.put(grant, web);
        assertThat(store.component(environment, "api").resources()).containsExactly(web);
    }

    @Test
    void numberOfRequestsIsThatOfTheChanges() {
        LockGrant grant = lock("api", InfraAccess.WRITE);
        table.taken();

        store.begin(grant, REPOSITORY, 0);
        assertThat(table.taken()).as("begin: read, write").isEqualTo(2);
        store.put(grant, Recorded.container("api", "web", Phase.CREATING, 1));
        store.put(grant, Recorded.container("api", "web", Phase.READY, 1));
        assertThat(table.taken()).as("one for each write").isEqualTo(2);
        store.finish(grant, "c0ffee");
        assertThat(table.taken()).as("finish: read, look for resources, write").isEqualTo(3);
        store.finish(grant, "c0ffee");
        assertThat(table.taken()).as("nothing to write").isEqualTo(2);
    }

    @Test
    void sealingKeyIsTheSameForAllWhoAsk() throws Exception {
        List<String> digests = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
            List<Future<String>> asked = Stream.generate(() -> executor.submit(() -> new TableStateStore(table, clock)
                            .sealingKey(environment)
                            .digest("secret")))
                    .limit(8)
                    .toList();
            for (Future<String> one : asked) {
                digests.add(one.get());
            }
        }

        assertThat(digests)
                .hasSize(8)
                .containsOnly(store.sealingKey(environment).digest("secret"));
    }

    @Test
    void environmentsHaveDifferentSealingKeys() {
        EnvironmentId production = new EnvironmentId("local", environment.project(), "production");

        assertThat(store.sealingKey(production).digest("secret"))
                .isNotEqualTo(store.sealingKey(environment).digest("secret"));
    }

    @Test
    void damagedSealingKeyIsNamedAndNotShown() {
        write(environment.partition(), "SEALING_KEY", "{\"key\":\"c2VjcmV0 not base64\"}");

        assertThatThrownBy(() -> store.sealingKey(environment))
                .isInstanceOf(CorruptStateException.class)
                .hasMessageContaining("SEALING_KEY of the state can't be read: it does not hold a key")
                .hasNoCause();
    }

    @Test
    void damagedResourceIsNamedAndWhatToDo() {
        for (String body : List.of("{\"key\":\"container/web\"}", "garbage", "[1]")) {
            write(environment.partition(), "RESOURCE#api#container#web", body);

            assertThatThrownBy(() -> store.component(environment, "api"))
                    .as(body)
                    .isInstanceOfSatisfying(
                            CorruptStateException.class,
                            e -> assertThat(e.fix()).contains("adopted again by its labels"))
                    .hasMessageContaining("RESOURCE#api#container#web of the state can't be read");
        }
    }

    @Test
    void damagedComponentIsNamed() {
        write(environment.partition(), "COMPONENT#api", "{\"serial\":\"one\"}");

        assertThatThrownBy(() -> store.component(environment, "api"))
                .isInstanceOf(CorruptStateException.class)
                .hasMessageContaining(
                        "COMPONENT#api of the state can't be read: its field 'serial' is missing or not a number");
    }

    @Test
    void planIsKeptWholeHoweverLongItIs() {
        Plan plan = Recorded.plan(UUID.randomUUID().toString(), 120, 1_500);
        table.taken();

        store.savePlan(environment, plan, Duration.ofDays(7));

        assertThat(table.taken())
                .as("120 changes, 2 items of what stays, the head")
                .isEqualTo(2);
        assertThat(store.planJson(plan.id())).contains(PlanJson.write(plan));
    }

    @Test
    void planThatChangesNothingIsKeptInOneWrite() {
        Plan plan = Recorded.plan(UUID.randomUUID().toString(), 0, 0);
        table.taken();

        store.savePlan(environment, plan, Duration.ofDays(7));

        assertThat(table.taken()).isEqualTo(1);
        assertThat(store.planJson(plan.id())).contains(PlanJson.write(plan));
    }

    @Test
    void planIsForgottenAfterItsTime() {
        Plan plan = Recorded.plan(UUID.randomUUID().toString(), 1, 1);
        store.savePlan(environment, plan, Duration.ofDays(7));

        clock.advance(Duration.ofDays(7));

        assertThat(store.planJson(plan.id())).isEmpty();
        assertThat(store.planJson("never made")).isEmpty();
    }

    @Test
    void planWithAMissingPartIsSaidToBeDamaged() {
        Plan plan = Recorded.plan(UUID.randomUUID().toString(), 3, 0);
        store.savePlan(environment, plan, Duration.ofDays(7));
        table.transact(
                List.of(new Write.Delete(new ItemKey("PLAN#" + plan.id(), "CHANGE#000002"), new Condition.Always())));

        assertThatThrownBy(() -> store.planJson(plan.id()))
                .isInstanceOf(CorruptStateException.class)
                .hasMessageContaining("it has 3 parts, and 2 are there");
    }

    @Test
    void auditTrailGivesTheNewestFirst() {
        Instant start = Instant.parse("2026-11-24T10:00:00Z");
        for (int i = 0; i < 5; i++) {
            store.audit(environment, new AuditEntry(start.plusSeconds(i), "ada", "apply", "number " + i));
        }
        store.audit(
                new EnvironmentId("local", environment.project(), "production"),
                new AuditEntry(start.plusSeconds(9), "bob", "destroy", ""));

        assertThat(store.auditTrail(environment, 3))
                .extracting(AuditEntry::detail)
                .containsExactly("number 4", "number 3", "number 2");
        assertThat(store.auditTrail(environment, 100)).hasSize(5);
    }

    private void write(String partition, String sort, String body) {
        Item item = new Item(new ItemKey(partition, sort), 1, 0, body, OptionalLong.empty());
        table.transact(List.of(new Write.Put(item, new Condition.Always())));
    }

    private LockGrant begun(String component, InfraAccess access) {
        return begun(component, access, 0);
    }

    private LockGrant begun(String component, InfraAccess access, long serial) {
        LockGrant grant = lock(component, access);
        store.begin(grant, REPOSITORY, serial);
        return grant;
    }

    private LockGrant lock(String component, InfraAccess access) {
        Acquisition acquisition = locks.acquire(request(component, access), Sighting.NONE);
        assertThat(acquisition).isInstanceOf(Acquisition.Granted.class);
        return ((Acquisition.Granted) acquisition).grant();
    }

    private LockRequest request(String component, InfraAccess access) {
        return new LockRequest(
                environment, component, access, holder("ada"), UUID.randomUUID().toString(), Duration.ofSeconds(30));
    }

    private static Holder holder(String who) {
        return new Holder(who, "nkapp up", "", Instant.parse("2026-11-24T10:00:00Z"));
    }
}
