package dev.nanokit.state.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.value.SealingKey;
import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.ManualClock;
import dev.nanokit.state.audit.AuditEntry;
import dev.nanokit.state.audit.AuditTrail;
import dev.nanokit.state.lock.Acquisition;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.lock.LockGrant;
import dev.nanokit.state.lock.LockRequest.InfraAccess;
import dev.nanokit.state.lock.Sighting;
import dev.nanokit.state.run.RunRequest.ApplyTerms;
import dev.nanokit.state.run.RunRequest.ConfigText;
import dev.nanokit.state.store.Recorded;
import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.CorruptStateException;
import dev.nanokit.state.table.CountingTable;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered of runs, over every table. */
abstract class RunsContract {
    private static final SealingKey KEY = new SealingKey(new byte[32]);
    private static final Holder ADA = new Holder("@ada", "apply of #12", "https://example.org/12", Instant.EPOCH);

    final ManualClock clock = new ManualClock();
    private final String run = "run-" + UUID.randomUUID();
    private CountingTable table;
    private Runs runs;

    abstract Table open();

    @BeforeEach
    void openTable() {
        table = new CountingTable(open());
        runs = new Runs(table, clock);
    }

    @AfterEach
    void closeTable() {
        runs.end(run, new RunResult.Planned());
        table.close();
    }

    @Test
    void whatIsAskedForIsReadAsItWas() {
        RunRequest apply = request("name: shop\n");

        assertThat(runs.ask(apply)).isTrue();

        assertThat(runs.request(run)).contains(apply);
        assertThat(runs.open()).contains(new Runs.Open(run, clock.instant()));
    }

    @Test
    void planIsAskedForWithoutTermsOfAnApply() {
        RunRequest plan = planOnly();

        runs.ask(plan);

        assertThat(runs.request(run)).contains(plan);
        assertThatThrownBy(plan::lockRequest).hasMessageContaining("plans, and applies nothing");
    }

    @Test
    void whoAsksAgainGetsWhatWasAskedForFirst() {
        runs.ask(request("name: shop\n"));

        assertThat(runs.ask(request("name: other\n"))).isFalse();

        assertThat(runs.request(run)).contains(request("name: shop\n"));
    }

    @Test
    void fileOfTwoMegabytesIsKept() {
        RunRequest large = request("# \u0000\"é€😀\n".repeat(200_000));

        runs.ask(large);

        assertThat(runs.request(run)).contains(large);
    }

    @Test
    void runIsForgottenAfterThirtyDays() {
        runs.ask(request("name: shop\n"));

        clock.advance(Runs.KEEP.plusSeconds(1));

        assertThat(runs.request(run)).isEmpty();
        assertThat(runs.open()).extracting(Runs.Open::run).doesNotContain(run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "run/1", "ü"})
    void idThatIsNoNameOfAnExecutionIsRefused(String id) {
        RunRequest any = request("");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RunRequest(
                        id,
                        any.environment(),
                        any.config(),
                        "main",
                        "docker",
                        false,
                        "",
                        "",
                        Set.of(),
                        false,
                        Optional.empty(),
                        Optional.empty()))
                .withMessageContaining("'" + id + "'");
    }

    static List<RunResult> results() {
        return List.of(
                new RunResult.Planned(),
                new RunResult.Applied(Duration.ofMillis(1234)),
                new RunResult.Blocked(
                        new Acquisition.Blocked("infra", List.of(ADA), Duration.ofSeconds(9), 3, Sighting.NONE)),
                new RunResult.NotReady("no network/default yet"),
                new RunResult.Stale(),
                new RunResult.Guarded(),
                new RunResult.Incomplete(RunStop.LOCK_LOST),
                new RunResult.Failed(RunFailure.of(RunFailure.Kind.RUN, "its request is gone", "ask again")),
                new RunResult.Failed(new RunFailure(
                        RunFailure.Kind.PROVIDER,
                        "slow down",
                        "wait",
                        "Throttled",
                        true,
                        Optional.of("req-7"),
                        List.of(Problem.error(new Place("nanokit.yml", 3, 5), "what", "why", "fix")))));
    }

    @ParameterizedTest
    @MethodSource("results")
    void resultIsReadAsItWas(RunResult result) {
        runs.ask(request(""));
        assertThat(runs.result(run)).isEmpty();

        runs.end(run, result);

        assertThat(runs.result(run)).contains(result);
        assertThat(runs.open()).extracting(Runs.Open::run).doesNotContain(run);
    }

    @Test
    void firstResultIsBelieved() {
        runs.end(run, new RunResult.Stale());

        runs.end(run, new RunResult.Guarded());

        assertThat(runs.result(run)).contains(new RunResult.Stale());
    }

    @Test
    void endIsNotedInTheAuditTrailOnce() {
        AuditEntry entry = new AuditEntry(clock.instant(), "@ada", "apply of #12", "applied " + run);
        EnvironmentId environment = new EnvironmentId("42", run, "stage");

        runs.end(run, new RunResult.Stale(), environment, entry);
        runs.end(run, new RunResult.Stale(), environment, entry);

        assertThat(new AuditTrail(table).newest(environment, 10)).containsExactly(entry);
    }

    @Test
    void lastTroubleIsRemembered() {
        RunFailure failure = RunFailure.of(RunFailure.Kind.STATE, "busy", "later");
        assertThat(runs.trouble(run)).isEmpty();

        runs.trouble(run, RunFailure.of(RunFailure.Kind.STATE, "slow", "later"));
        runs.trouble(run, failure);

        assertThat(runs.trouble(run)).contains(failure);
    }

    @Test
    void runIsCancelledOnceAskedTo() {
        assertThat(runs.cancelled(run)).isFalse();

        runs.cancel(run);
        runs.cancel(run);

        assertThat(runs.cancelled(run)).isTrue();
    }

    @Test
    void planIsPutTogetherAgain() {
        Plan plan = Recorded.plan("p", 250, 1_000);

        runs.plans().save(run, plan, KEY, RunsContract::alone, 7);

        assertThat(runs.plans().plan(run)).contains(plan);
        assertThat(runs.plans().head(run).orElseThrow().under()).isEqualTo(7);
        assertThat(runs.plans().change(run, 249).orElseThrow().change())
                .isEqualTo(plan.changes().toList().get(249));
        assertThat(runs.plans().change(run, 250)).isEmpty();
    }

    @Test
    void laterPlanTakesThePlaceOfALongerOne() {
        runs.plans().save(run, Recorded.plan("long", 20, 2_000), KEY, RunsContract::alone, 1);
        Plan shorter = Recorded.plan("short", 3, 5);

        runs.plans().save(run, shorter, KEY, RunsContract::alone, 2);

        assertThat(runs.plans().plan(run)).contains(shorter);
    }

    @Test
    void planWithoutAllItsChangesIsSaidToBeDamaged() {
        runs.plans().save(run, Recorded.plan("p", 3, 0), KEY, RunsContract::alone, 1);
        table.transact(List.of(new Write.Delete(RunItems.key(run, "CHANGE#000001"), new Condition.Always())));

        assertThatThrownBy(() -> runs.plans().plan(run))
                .isInstanceOf(CorruptStateException.class)
                .hasMessageContaining("has 3 changes, and 2 came");
    }

    @Test
    void changeOfHalfAMegabyteIsKept() {
        Change change = Recorded.plan("p", 1, 0).changes().findFirst().orElseThrow();
        Change large = new Change.Create(
                change.desired().orElseThrow().withSpec(Value.obj(Map.of("file", Value.text("é".repeat(500_000))))),
                Optional.empty(),
                List.of("not there yet"),
                List.of());

        runs.plans().save(run, planOf(large), KEY, RunsContract::alone, 1);

        assertThat(runs.plans().change(run, 0).orElseThrow().change()).isEqualTo(large);
        assertThat(runs.plans().plan(run).orElseThrow().changes()).containsExactly(large);
    }

    @Test
    void secretsOfWhatIsKnownAreSealed() {
        ResourceKey database = new ResourceKey("container", "db");
        Value.Obj outputs = Value.obj(Map.of("password", Value.hidden(Secret.revealed("output", "hunter2"))));

        runs.plans().save(run, Recorded.plan("p", 1, 0), KEY, c -> new PlannedChange(c, Map.of(database, outputs)), 1);

        assertThat(runs.plans()
                        .change(run, 0)
                        .orElseThrow()
                        .known()
                        .get(database)
                        .get("password"))
                .isEqualTo(Value.hidden(Secret.revealed("output", "hunter2").seal(KEY)));
        table.query("RUN#" + run, "", item -> assertThat(item.body()).doesNotContain("hunter2"));
    }

    @Test
    void itemThatCannotBeReadIsNamed() {
        table.transact(List.of(
                new Write.Put(Item.of(RunItems.key(run, "REQUEST"), 1, Value.Obj.EMPTY), new Condition.Always())));

        assertThatThrownBy(() -> runs.request(run))
                .isInstanceOf(CorruptStateException.class)
                .hasMessageContaining(run)
                .hasMessageContaining("'tenant'");
    }

    @Test
    void tenureIsKeptWithItsSignsOfLife() {
        RunRequest apply = request("");
        LockGrant grant = new LockGrant(apply.lockRequest(), 4, 9, ADA);
        Instant begin = clock.instant();

        runs.progress().granted(apply, grant, begin);
        runs.progress().beaten(apply, begin.plusSeconds(20));
        runs.progress().granted(apply, grant, begin.plusSeconds(30));

        assertThat(runs.progress().tenure(apply))
                .contains(new RunTenure(grant, begin, begin.plusSeconds(20), Optional.empty()));
    }

    @Test
    void newTenureForgetsTheFormer() {
        RunRequest apply = request("");
        runs.progress().granted(apply, new LockGrant(apply.lockRequest(), 4, 9, null), clock.instant());
        runs.progress().stop(apply, RunStop.FAILED);

        LockGrant next = new LockGrant(apply.lockRequest(), 5, 10, null);
        runs.progress().granted(apply, next, clock.instant());

        assertThat(runs.progress().tenure(apply))
                .contains(new RunTenure(next, clock.instant(), clock.instant(), Optional.empty()));
    }

    @Test
    void firstReasonToStopIsKeptButForALostLock() {
        RunRequest apply = request("");
        runs.progress().granted(apply, new LockGrant(apply.lockRequest(), 4, 9, null), clock.instant());

        runs.progress().stop(apply, RunStop.CANCELLED);
        runs.progress().stop(apply, RunStop.FAILED);
        assertThat(runs.progress().tenure(apply).orElseThrow().stopped()).contains(RunStop.CANCELLED);

        runs.progress().stop(apply, RunStop.LOCK_LOST);
        assertThat(runs.progress().tenure(apply).orElseThrow().stopped()).contains(RunStop.LOCK_LOST);
    }

    @Test
    void outcomesAreReadByTheHundred() {
        ChangeOutcome.Done done = new ChangeOutcome.Done(Duration.ofMillis(3));
        ChangeOutcome.Failed failed = new ChangeOutcome.Failed("quota exceeded", "ask for more");
        ChangeOutcome.AtWork atWork =
                new ChangeOutcome.AtWork(Optional.of("op-1"), 2, Instant.ofEpochMilli(77), Instant.ofEpochMilli(5));
        runs.progress().became(run, 0, done);
        runs.progress().became(run, 99, failed);
        runs.progress().became(run, 100, new ChangeOutcome.AtWork(Optional.empty(), 0, Instant.EPOCH, Instant.EPOCH));
        runs.progress().became(run, 100, atWork);

        assertThat(runs.progress().outcome(run, 100)).contains(atWork);
        assertThat(runs.progress().outcome(run, 1)).isEmpty();
        assertThat(runs.progress().outcomesAround(run, 42)).isEqualTo(Map.of(0, done, 99, failed));
        assertThat(runs.progress().outcomes(run)).isEqualTo(Map.of(0, done, 99, failed, 100, atWork));
    }

    @Test
    void whatARunWaitsForIsReadAsItWas() {
        RunWait shared = new RunWait.ForShared("no network yet", Duration.ofSeconds(3));
        RunWait lock = new RunWait.ForLock(
                new Acquisition.Blocked("component api", List.of(ADA), Duration.ofSeconds(9), 2, Sighting.NONE),
                Duration.ofSeconds(5));

        runs.progress().waits(run, shared);
        assertThat(runs.progress().waiting(run)).contains(shared);
        runs.progress().waits(run, lock);
        assertThat(runs.progress().waiting(run)).contains(lock);
    }

    @Test
    void planOfAHundredChangesIsTwoTransactions() {
        table.taken();

        runs.plans().save(run, Recorded.plan("p", 100, 0), KEY, RunsContract::alone, 1);

        assertThat(table.taken()).isEqualTo(2);
    }

    private static PlannedChange alone(Change change) {
        return new PlannedChange(change, Map.of());
    }

    private static Plan planOf(Change change) {
        Plan any = Recorded.plan("p", 0, 0);
        return new Plan(
                any.id(),
                any.project(),
                any.environment(),
                any.component(),
                any.commit(),
                any.serial(),
                List.of(List.of(change)),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                "digest");
    }

    private RunRequest request(String text) {
        ApplyTerms terms =
                new ApplyTerms(Optional.of("sha256:1"), true, ADA, Duration.ofMinutes(15), Duration.ofMinutes(1));
        return request(text, Optional.of(terms));
    }

    private RunRequest planOnly() {
        return request("name: shop\n", Optional.empty());
    }

    private RunRequest request(String text, Optional<ApplyTerms> terms) {
        RunRequest request = new RunRequest(
                run,
                new EnvironmentId("42", "shop", "stage"),
                new ConfigText("infra/nanokit.yml", text, Map.of("TAG", "1.4.2")),
                "api",
                "docker",
                true,
                "github.com/acme/shop",
                "c0ffee",
                Set.of("web"),
                false,
                Optional.of("github:acme/shop@c0ffee"),
                terms);
        terms.ifPresent(ignored -> assertThat(request.lockRequest().access()).isEqualTo(InfraAccess.READ));
        return request;
    }
}
