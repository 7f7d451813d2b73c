package dev.nanokit.github.flow;

import static dev.nanokit.github.flow.world.Town.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.flow.SuspendedException.AwaitedRun;
import dev.nanokit.github.flow.SuspendedException.Kind;
import dev.nanokit.github.flow.world.Town;
import dev.nanokit.webhook.trigger.Trigger;
import dev.nanokit.webhook.trigger.Trigger.Change;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the steps say to the workflow that takes them. */
@Timeout(60)
class AppStepsTest {
    private static final List<String> NONE = List.of();

    @TempDir
    Path folder;

    private Town town;

    @BeforeEach
    void open() {
        town = new Town(folder, true);
        town.main(file("comment", "nginx:1"));
    }

    @AfterEach
    void close() {
        town.close();
    }

    private AwaitedRun awaited(NextStep next) {
        assertThat(next).isInstanceOf(NextStep.AwaitRuns.class);
        return ((NextStep.AwaitRuns) next).runs().getFirst();
    }

    private NextStep handle(String work, Trigger trigger) throws InterruptedException {
        return town.steps().handle(work, trigger, NONE);
    }

    @Test
    void runsAreNamedAsStepFunctionsNamesExecutions() throws Exception {
        town.open(12, file("comment", "nginx:2"));

        AwaitedRun run =
                awaited(handle("delivery-72d3162e-cc78-11e3-81ab-4c9367dc0958", town.changed(12, Change.OPENED)));

        assertThat(run.kind()).isEqualTo(Kind.PLAN);
        assertThat(run.run())
                .matches("delivery-72d3162e-cc78-11e3-81ab-4c9367dc0958-[0-9a-f]{12}-1")
                .hasSizeLessThanOrEqualTo(80);
    }

    @Test
    void everyFileOfACommitIsPlannedSideBySide() throws Exception {
        Map<String, String> files =
                Map.of("nanokit.yml", file("comment", "nginx:1"), "api/nanokit.yml", Town.component("api", "api:1"));
        town.github.push("main", files);
        town.open(12, files);

        NextStep next = handle("work", town.changed(12, Change.OPENED));

        assertThat(((NextStep.AwaitRuns) next).runs()).hasSize(2);
    }

    @Test
    void stepThatIsTakenAgainAsksForTheSameRun() throws Exception {
        town.open(12, file("comment", "nginx:2"));
        Trigger opened = town.changed(12, Change.OPENED);

        assertThat(handle("work", opened)).isEqualTo(handle("work", opened));
    }

    @Test
    void destroyIsAWorkflowOfItsOwn() throws Exception {
        town.open(12, file("comment", "nginx:2"));
        town.opened(12);

        assertThat(awaited(handle("work", town.comment(12, "ada", "/nanokit destroy -e production --force")))
                        .kind())
                .isEqualTo(Kind.DESTROY);
    }

    @Test
    void whileGitHubIsDownForAnHourWorkWaitsLongerAndLongerAndThenIsDone() throws Exception {
        String head = town.open(12, file("comment", "nginx:2"));
        Trigger opened = town.changed(12, Change.OPENED);
        town.github.outage(Optional.of(new GitHubException("no answer", 0, null, null)));

        List<Duration> pauses = new ArrayList<>();
        while (pauses.stream().reduce(Duration.ZERO, Duration::plus).compareTo(Duration.ofHours(1)) < 0) {
            pauses.add(((NextStep.Pause) handle("work", opened)).duration());
        }
        town.github.outage(Optional.empty());
        AwaitedRun run = awaited(handle("work", opened));
        town.carryOut("work", run.run());
        NextStep last = town.steps().handle("work", opened, List.of(run.run()));

        assertThat(pauses).isSorted().startsWith(Duration.ofSeconds(10)).endsWith(Duration.ofMinutes(10));
        assertThat(pauses).describedAs("an hour is no flood of calls").hasSizeLessThan(15);
        assertThat(last).isInstanceOf(NextStep.Done.class);
        assertThat(town.check(head).title()).isEqualTo("+1 ~0 -0 · production");
    }

    @Test
    void whenGitHubSaysHowLongToWaitThatIsHowLong() throws Exception {
        town.open(12, file("comment", "nginx:2"));
        town.github.outage(Optional.of(new GitHubException("secondary rate limit", 403, Duration.ofSeconds(77), null)));

        assertThat(handle("work", town.changed(12, Change.OPENED)))
                .isEqualTo(new NextStep.Pause(Duration.ofSeconds(77)));
    }

    @Test
    void whatGitHubRefusesForGoodIsOverAndInTheLog() throws Exception {
        town.open(12, file("comment", "nginx:2"));
        Trigger opened = town.changed(12, Change.OPENED);
        town.github.outage(Optional.of(new GitHubException("no such installation", 404, null, null)));

        assertThat(handle("work", opened)).isInstanceOf(NextStep.Done.class);

        town.github.outage(Optional.empty());
        assertThat(handle("work", opened)).isInstanceOf(NextStep.Done.class);
        assertThat(town.log()).contains("GitHub refused", "no such installation");
    }

    @Test
    void newerPushLetsNoOlderApplyWaitOn() throws Exception {
        town.open(12, file("comment", "nginx:2"));
        town.opened(12);
        AwaitedRun apply = awaited(handle("apply", town.comment(12, "ada", "/nanokit apply")));
        assertThat(town.isCancelled(apply.run())).isFalse();

        town.github.push("work-12", Map.of("nanokit.yml", file("comment", "nginx:3")));
        handle("push", town.changed(12, Change.SYNCHRONIZED));

        assertThat(town.isCancelled(apply.run())).isTrue();
    }

    @Test
    void appliesOfARepositoryThatIsTakenAwayDoNotWaitOn() throws Exception {
        town.open(12, file("comment", "nginx:2"));
        town.opened(12);
        AwaitedRun apply = awaited(handle("apply", town.comment(12, "ada", "/nanokit apply")));

        handle("other", new Trigger.InstallationChanged(7, 42, "removed", List.of("acme/sho", "acme/shop2")));
        assertThat(town.isCancelled(apply.run())).isFalse();

        handle("this", new Trigger.InstallationChanged(7, 42, "removed", List.of("acme/shop")));
        assertThat(town.isCancelled(apply.run())).isTrue();
    }

    @Test
    void whatIsAppliedIsWhatWasAskedForThoughTheHeadMovesMeanwhile() throws Exception {
        String asked = town.open(12, file("comment", "nginx:2"));
        town.opened(12);
        Trigger comment = town.comment(12, "ada", "/nanokit apply");
        AwaitedRun apply = awaited(handle("apply", comment));
        town.carryOut("apply", apply.run());
        town.github.push("work-12", Map.of("nanokit.yml", file("comment", "nginx:3")));
        town.deliver(town.changed(12, Change.SYNCHRONIZED));

        NextStep last = town.steps().handle("apply", comment, List.of(apply.run()));

        assertThat(last).isInstanceOf(NextStep.Done.class);
        assertThat(town.check(asked).title()).isEqualTo("Applied +1 ~0 -0 · production");
        assertThat(town.cloud.contents()).containsExactly("shop/production/main service/web nginx:2");
        assertThat(town.github.comments())
                .anySatisfy(answer -> assertThat(answer).contains("Applied +1"));
    }

    @Test
    void progressIsShownWhileTheRunGoesOnAndChangesNothing() throws Exception {
        String head = town.open(12, file("comment", "nginx:2"));
        town.opened(12);
        AwaitedRun apply = awaited(handle("apply", town.comment(12, "ada", "/nanokit apply")));

        town.steps().progress("apply");
        town.steps().progress("unknown to anybody");

        assertThat(town.check(head).title()).startsWith("Applying");
        assertThat(town.cloud.contents()).isEmpty();
        assertThat(apply.kind()).isEqualTo(Kind.APPLY);
    }
}
