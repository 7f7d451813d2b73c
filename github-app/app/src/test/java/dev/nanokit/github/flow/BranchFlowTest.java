package dev.nanokit.github.flow;

import static dev.nanokit.github.flow.world.Town.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.CheckRun.Conclusion;
import dev.nanokit.github.flow.world.Town;
import dev.nanokit.state.lock.Acquisition;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.lock.LockRequest;
import dev.nanokit.state.lock.LockRequest.InfraAccess;
import dev.nanokit.state.lock.Sighting;
import dev.nanokit.webhook.trigger.Actor;
import dev.nanokit.webhook.trigger.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BranchFlowTest extends InATown {
    private static final Actor ADA = new Actor("ada", false);

    @Test
    void pushToAMappedBranchIsApplied() throws Exception {
        String head = town.main(file("merge", "nginx:1"));

        town.deliver(town.pushed("main", head));

        assertThat(town.cloud.contents()).containsExactly("shop/production/main service/web nginx:1");
        assertThat(town.check(head).title()).isEqualTo("Applied +1 ~0 -0 · production");
        assertThat(town.github.deployments()).hasSize(1);
    }

    @Test
    void branchThatIsAppliedByCommentIsPlannedWithAButton() throws Exception {
        String head = town.main(file("comment", "nginx:1"));
        town.deliver(town.pushed("main", head));
        assertThat(town.cloud.contents()).isEmpty();
        assertThat(town.check(head).actions())
                .extracting(CheckRun.Action::identifier)
                .contains("apply");

        town.deliver(town.button(town.check(head), "apply", "ada"));

        assertThat(town.cloud.contents()).hasSize(1);
        assertThat(town.check(head).conclusion()).contains(Conclusion.SUCCESS);
    }

    @Test
    void buttonOfABranchObeysThePolicy() throws Exception {
        String head = town.main(file("comment", "nginx:1"));
        town.deliver(town.pushed("main", head));

        town.deliver(town.button(town.check(head), "apply", "eve"));

        assertThat(town.cloud.contents()).isEmpty();
        assertThat(town.log()).contains("NEEDS_WRITE");
    }

    @Test
    void refusedButtonOfABranchIsAnsweredOnTheCheckWhichStaysAsItIs() throws Exception {
        String head = town.main(file("comment", "nginx:1"));
        town.deliver(town.pushed("main", head));
        CheckRun planned = town.check(head);

        town.deliver(town.button(planned, "apply", "eve"));
        town.restart();
        town.deliver(town.button(planned, "apply", "rando"));

        CheckRun answered = town.check(head);
        assertThat(answered.summary())
                .startsWith("❌ @rando pressed *Apply*: `apply` needs write permission")
                .endsWith(planned.summary())
                .doesNotContain("@eve");
        assertThat(answered)
                .usingRecursiveComparison()
                .ignoringFields("summary", "annotations")
                .isEqualTo(planned);

        town.deliver(town.button(planned, "replan", "ada"));
        assertThat(town.check(head).summary()).doesNotContain("@rando");
        town.deliver(town.button(planned, "apply", "ada"));
        assertThat(town.cloud.contents()).hasSize(1);
    }

    @Test
    void unlockThatIsRefusedWhileABranchWaitsIsAnsweredWithTheNextNews() throws Exception {
        String head = town.main(file("merge", "nginx:1"));
        Holder grace = new Holder("grace@laptop", "nkapp up", "", Instant.now());
        Acquisition.Granted held = (Acquisition.Granted) town.locks()
                .acquire(
                        new LockRequest(
                                Town.PRODUCTION, "main", InfraAccess.WRITE, grace, "theirs", Duration.ofMinutes(5)),
                        Sighting.NONE);
        CountDownLatch waits = new CountDownLatch(1);
        town.github.atCheck(() -> {
            if (town.github.history(head).getLast().startsWith("Shared modules")) {
                waits.countDown();
            }
        });
        try (ExecutorService server = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> apply = server.submit(() -> {
                town.deliver(town.pushed("main", head));
                return null;
            });
            waits.await();
            town.deliver(town.button(town.check(head), "unlock", "eve"));
            town.locks().release(held.grant());
            apply.get();
        }

        assertThat(town.check(head).title()).isEqualTo("Applied +1 ~0 -0 · production");
        assertThat(town.check(head).summary()).startsWith("❌ @eve pressed *Unlock*: `unlock` needs write permission");
    }

    @Test
    void unlockOfABranchSaysWhoseLockItCleared() throws Exception {
        String head = town.main(file("merge", "nginx:1"));
        town.with(settings -> new FlowSettings(
                settings.webUrl(),
                settings.planLinks(),
                false,
                settings.variables(),
                Duration.ZERO,
                settings.lease(),
                settings.quickPlan(),
                settings.betweenUpdates(),
                settings.replans()));
        Holder grace = new Holder("grace@laptop", "nkapp up", "", Instant.now());
        town.locks()
                .acquire(
                        new LockRequest(
                                Town.PRODUCTION, "main", InfraAccess.WRITE, grace, "theirs", Duration.ofMinutes(5)),
                        Sighting.NONE);
        town.deliver(town.pushed("main", head));
        assertThat(town.check(head).title()).isEqualTo("Still locked · production");

        town.deliver(town.button(town.check(head), "unlock", "ada"));

        assertThat(town.check(head).summary())
                .startsWith("✅ @ada pressed *Unlock*: cleared 2 locks in `production`.")
                .contains("grace@laptop", "The lock did not become free in time");
    }

    @Test
    void brokenFileThatIsPushedStraightToAMappedBranchFailsItsCheckThere() throws Exception {
        town.deliver(town.pushed("main", town.main(file("merge", "nginx:1"))));
        for (int again = 0; again < 2; again++) {
            String broken = town.main(file("merge", "nginx:2") + "servces: {}\n# " + again + "\n");
            town.restart();

            town.deliver(town.pushed("main", broken));

            assertThat(town.github.checksAt(broken)).singleElement().satisfies(check -> {
                assertThat(check.name()).isEqualTo("nanokit / production");
                assertThat(check.conclusion()).contains(Conclusion.FAILURE);
                assertThat(check.annotations())
                        .singleElement()
                        .satisfies(note -> assertThat(note.title()).contains("servces"));
            });
        }
        String repaired = town.main(file("merge", "nginx:2"));
        town.deliver(town.pushed("main", repaired));
        assertThat(town.cloud.contents()).containsExactly("shop/production/main service/web nginx:2");
    }

    @Test
    void brokenFileOfAnotherBranchIsForTheEnvironmentThatTheDefaultBranchSays() throws Exception {
        town.main(file("merge", "nginx:1").replace("main: production", "main: production, develop: stage"));
        String broken = town.github.push("develop", Map.of("nanokit.yml", ": ["));

        town.deliver(town.pushed("develop", broken));

        assertThat(town.github.checksAt(broken)).extracting(CheckRun::name).containsExactly("nanokit / stage");
    }

    @Test
    void brokenFileOfABranchThatBelongsToNoEnvironmentIsLeftToItsPullRequest() throws Exception {
        town.main(file("merge", "nginx:1"));
        String broken = town.github.push("topic", Map.of("nanokit.yml", ": ["));

        town.deliver(town.pushed("topic", broken));

        assertThat(town.github.checksAt(broken)).isEmpty();
    }

    @Test
    void brokenFileOfTheDefaultBranchIsShownEvenIfNobodyKnowsWhatItWasFor() throws Exception {
        String broken = town.main(": [");

        town.deliver(town.pushed("main", broken));
        town.deliver(new Trigger.CheckRerequested(Town.SHOP, broken, "unknown/main/branch/main", List.of(), ADA));

        assertThat(town.github.checksAt(broken)).singleElement().satisfies(check -> {
            assertThat(check.name()).isEqualTo("nanokit / unknown");
            assertThat(check.conclusion()).contains(Conclusion.FAILURE);
        });
        assertThat(town.github.history(broken)).hasSize(2);
    }

    @Test
    void branchThatIsAppliedByHandIsOnlyPlanned() throws Exception {
        String head = town.main(file("manual", "nginx:1"));

        town.deliver(town.pushed("main", head));

        assertThat(town.cloud.contents()).isEmpty();
        assertThat(town.check(head).summary()).contains("nkapp up -e production");
    }

    @Test
    void branchOfNoEnvironmentIsLeftAlone() throws Exception {
        String head = town.github.push("topic", Map.of("nanokit.yml", file("merge", "nginx:1")));

        town.deliver(town.pushed("topic", head));

        assertThat(town.github.checksAt(head)).isEmpty();
        assertThat(town.cloud.contents()).isEmpty();
    }

    @Test
    void latePushNeverRollsANewerOneBack() throws Exception {
        String older = town.main(file("merge", "nginx:1"));
        String newer = town.main(file("merge", "nginx:2"));
        town.deliver(town.pushed("main", newer));

        town.deliver(town.pushed("main", older));

        assertThat(town.cloud.contents()).containsExactly("shop/production/main service/web nginx:2");
    }

    @Test
    void pushThatIsHandledTwiceIsAppliedOnce() throws Exception {
        String head = town.main(file("merge", "nginx:1"));
        town.deliver(town.pushed("main", head));
        town.deliver(town.pushed("main", head));

        assertThat(town.cloud.made()).isEqualTo(1);
        assertThat(town.store().component(Town.PRODUCTION, "main").serial()).isEqualTo(1);
    }

    @Test
    void pushThatLosesDataWaitsForSomebodyToForceIt() throws Exception {
        String withData = file("merge", "nginx:1") + "databases: { orders: { engine: postgres } }\n";
        town.deliver(town.pushed("main", town.main(withData)));
        town.open(12, file("merge", "nginx:1"));
        town.opened(12);
        town.deliver(town.closed(12, true));
        String merged = town.main(file("merge", "nginx:1"));
        town.deliver(town.pushed("main", merged));
        assertThat(town.cloud.contents()).hasSize(2);
        assertThat(town.check(merged).title()).startsWith("Would lose data");

        town.deliver(town.comment(12, "ada", "/nanokit apply -e production --force"));

        assertThat(town.cloud.contents()).hasSize(1);
        assertThat(town.check(merged).title()).isEqualTo("Applied +0 ~0 -1 · production");
    }

    @Test
    void mergePromisesThatNothingIsAppliedBefore() throws Exception {
        town.main(file("merge", "nginx:1"));
        town.open(12, file("merge", "nginx:2"));
        town.opened(12);

        town.deliver(town.comment(12, "ada", "/nanokit apply"));

        assertThat(town.cloud.contents()).isEmpty();
        assertThat(town.github.comments()).singleElement().asString().contains("applied when it is merged");
    }

    @Test
    void pushPutsOpenPullRequestsOutOfDateAndPlansThemAgain() throws Exception {
        town.main(file("merge", "nginx:1"));
        String open = town.open(12, file("merge", "nginx:2"));
        town.opened(12);
        String head = town.main(file("merge", "nginx:1") + "x-note: 1\n");

        town.deliver(town.pushed("main", head));

        assertThat(town.check(open).title()).isEqualTo("+0 ~1 -0 · production");
    }

    @Test
    void mergeQueueHasItsPlan() throws Exception {
        town.main(file("merge", "nginx:1"));
        String group =
                town.github.push("gh-readonly-queue/main/pr-12", Map.of("nanokit.yml", file("merge", "nginx:2")));

        town.deliver(new Trigger.MergeGroupRequested(Town.SHOP, group, "main", ADA));

        assertThat(town.check(group).conclusion()).contains(Conclusion.SUCCESS);
        assertThat(town.cloud.contents()).isEmpty();
    }

    @Test
    void reRunPlansTheSameCommitAgain() throws Exception {
        town.main(file("comment", "nginx:1"));
        String head = town.open(12, file("comment", "nginx:2"));
        town.opened(12);

        town.deliver(
                new Trigger.CheckRerequested(Town.SHOP, head, town.check(head).externalId(), List.of(12), ADA));
        town.deliver(new Trigger.CheckSuiteRerequested(Town.SHOP, head, List.of(), ADA));

        assertThat(plansShown(head)).hasSize(3);
    }

    @Test
    void reRunOfAnOlderCommitDoesNothing() throws Exception {
        town.main(file("comment", "nginx:1"));
        String older = town.open(12, file("comment", "nginx:2"));
        town.opened(12);
        town.github.push("work-12", Map.of("nanokit.yml", file("comment", "nginx:3")));

        town.deliver(new Trigger.CheckSuiteRerequested(Town.SHOP, older, List.of(12), ADA));

        assertThat(plansShown(older)).hasSize(1);
    }

    @Test
    void checksOfOtherAppsAreNoneOfOurs() throws Exception {
        town.github.takeCalls();

        town.deliver(new Trigger.CheckRerequested(Town.SHOP, "c".repeat(40), "", List.of(12), ADA));
        town.deliver(new Trigger.CheckActionRequested(Town.SHOP, "c".repeat(40), "build#7", "apply", List.of(12), ADA));

        assertThat(town.github.takeCalls()).isEmpty();
    }

    @Test
    void pullRequestsThatAreOpenWhenTheAppIsInstalledArePlanned() throws Exception {
        town.main(file("comment", "nginx:1"));
        String open = town.open(12, file("comment", "nginx:2"));
        String closed = town.open(13, file("comment", "nginx:3"));
        town.github.set(13, false, false);
        Trigger installed = new Trigger.InstallationChanged(7, 42, "created", List.of("acme/shop"));

        town.deliver(installed);
        town.deliver(installed);

        assertThat(plansShown(open)).containsExactly("+1 ~0 -0 · production");
        assertThat(town.github.checksAt(closed)).isEmpty();
    }

    @Test
    void installationInAWholeOrganizationIsNotTakenForAWishToPlanItAll() throws Exception {
        town.main(file("comment", "nginx:1"));
        town.open(12, file("comment", "nginx:2"));
        List<String> many =
                IntStream.range(0, 21).mapToObj(i -> "acme/shop" + i).toList();
        town.github.takeCalls();

        town.deliver(new Trigger.InstallationChanged(7, 42, "added", many));

        assertThat(town.github.takeCalls()).isEmpty();
    }

    @Test
    void installationThatIsGoneIsNoted() throws Exception {
        town.deliver(new Trigger.InstallationChanged(7, 42, "deleted", List.of("acme/shop")));

        assertThat(town.log()).contains("installation deleted");
    }
}
