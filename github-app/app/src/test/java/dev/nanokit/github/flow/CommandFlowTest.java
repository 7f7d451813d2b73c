package dev.nanokit.github.flow;

import static dev.nanokit.github.flow.world.Town.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.CheckRun.Conclusion;
import dev.nanokit.github.api.Repository.DeploymentState;
import dev.nanokit.github.flow.world.FakeGitHub.Deployment;
import dev.nanokit.github.flow.world.Town;
import dev.nanokit.github.policy.Permission;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.lock.Acquisition;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.lock.LockRequest;
import dev.nanokit.state.lock.LockRequest.InfraAccess;
import dev.nanokit.state.lock.Sighting;
import dev.nanokit.webhook.trigger.Actor;
import dev.nanokit.webhook.trigger.RepositoryRef;
import dev.nanokit.webhook.trigger.Trigger;
import dev.nanokit.webhook.trigger.Trigger.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CommandFlowTest extends InATown {
    /** A planned pull request that puts another image in. */
    private String planned() throws InterruptedException {
        town.main(file("comment", "nginx:1"));
        String head = town.open(12, file("comment", "nginx:2"));
        town.opened(12);
        return head;
    }

    @Test
    void applyDoesWhatTheCheckShowsAndSaysSo() throws Exception {
        String head = planned();

        town.deliver(town.comment(12, "ada", "/nanokit apply"));

        assertThat(town.cloud.contents()).containsExactly("shop/production/main service/web nginx:2");
        assertThat(town.check(head).title()).isEqualTo("Applied +1 ~0 -0 · production");
        assertThat(town.github.comments()).singleElement().asString().contains("@ada", "/nanokit apply", "Applied");
        assertThat(town.github.reactions()).containsExactlyInAnyOrder("5001 eyes", "5001 +1");
        assertThat(town.github.deployments())
                .singleElement()
                .returns(head, Deployment::sha)
                .returns("production", Deployment::environment)
                .satisfies(deployment -> assertThat(deployment.states())
                        .containsExactly(DeploymentState.IN_PROGRESS, DeploymentState.SUCCESS));
        assertThat(town.store().auditTrail(Town.PRODUCTION, 10))
                .anySatisfy(entry -> assertThat(entry.who()).isEqualTo("@ada"));
    }

    @Test
    void commentThatIsHandledTwiceIsCarriedOutAndAnsweredOnce() throws Exception {
        planned();
        Trigger apply = town.comment(12, "ada", "/nanokit apply");

        town.deliver(apply);
        town.cloud.contents();
        town.deliver(apply);
        town.restart();
        town.deliver(apply);

        assertThat(town.github.comments()).hasSize(1);
        assertThat(town.github.deployments()).hasSize(1);
    }

    @Test
    void botsAreNotListenedTo() throws Exception {
        planned();
        town.github.takeCalls();

        town.deliver(
                new Trigger.CommentCreated(Town.SHOP, 12, 77, "/nanokit apply", new Actor("dependabot[bot]", true)));

        assertThat(town.github.takeCalls()).isEmpty();
        assertThat(town.cloud.contents()).isEmpty();
    }

    @Test
    void whoMayNotApplyIsToldWhy() throws Exception {
        planned();
        town.github.permit("eve", Permission.READ);

        town.deliver(town.comment(12, "eve", "/nanokit apply"));

        assertThat(town.cloud.contents()).isEmpty();
        assertThat(town.github.comments()).singleElement().asString().contains("`apply` needs write permission");
        assertThat(town.github.reactions()).contains("5001 confused");
    }

    @Test
    void headsFileDoesNotDecideWhoMayAct() throws Exception {
        town.main(file("comment", "nginx:1"));
        town.github.push(
                "main",
                Map.of(
                        "nanokit.yml",
                        file("comment", "nginx:1").replace("apply: comment", "apply: comment\n  require: [approved]")));
        town.open(12, file("comment", "nginx:2"));
        town.opened(12);

        town.deliver(town.comment(12, "ada", "/nanokit apply"));
        assertThat(town.cloud.contents()).isEmpty();
        assertThat(town.github.comments()).last().asString().contains("not approved yet");

        town.github.set(12, true, true);
        town.deliver(town.comment(12, "ada", "/nanokit apply"));
        assertThat(town.cloud.contents()).hasSize(1);
    }

    @Test
    void severalCommandsOfOneCommentRunInOrderAndAreAnsweredTogether() throws Exception {
        planned();

        town.deliver(town.comment(12, "ada", "/nanokit plan\n/nanokit apply\n/nanokit status\n/nanokit help"));

        assertThat(town.cloud.contents()).hasSize(1);
        assertThat(town.github.comments())
                .singleElement()
                .asString()
                .containsSubsequence("/nanokit plan", "/nanokit apply", "/nanokit status", "Begin a line of a comment");
    }

    @Test
    void wrongCommandIsAnsweredWithTheClosestOne() throws Exception {
        planned();

        town.deliver(town.comment(12, "ada", "/nanokit aply"));

        assertThat(town.github.comments()).singleElement().asString().contains("Not understood", "apply");
        assertThat(town.github.reactions()).contains("5001 confused");
    }

    @Test
    void commentOfTheGreatestLengthIsAnsweredWithinGitHubsLimit() throws Exception {
        planned();
        String longest = "/nanokit status\n" + "ü".repeat(65_536 - 16);

        town.deliver(town.comment(12, "ada", longest));

        assertThat(town.github.comments())
                .singleElement()
                .satisfies(body -> assertThat(body.length()).isLessThanOrEqualTo(65_536));
    }

    @Test
    void reactionsThatGitHubRefusesFailNothing() throws Exception {
        planned();
        town.github.refuseReactions();

        town.deliver(town.comment(12, "ada", "/nanokit apply"));

        assertThat(town.cloud.contents()).hasSize(1);
        assertThat(town.github.comments()).hasSize(1);
    }

    @Test
    void planThatNobodyHasSeenIsNotApplied() throws Exception {
        town.main(file("comment", "nginx:1"));
        String head = town.open(12, file("comment", "nginx:2"));

        town.deliver(town.comment(12, "ada", "/nanokit apply"));

        assertThat(town.cloud.contents()).isEmpty();
        assertThat(town.check(head).title()).isEqualTo("+1 ~0 -0 · production");
        assertThat(town.github.comments()).singleElement().asString().contains("There was no plan to agree to");

        town.deliver(town.comment(12, "ada", "/nanokit apply"));
        assertThat(town.cloud.contents()).hasSize(1);
    }

    @Test
    void planThatIsNoLongerTrueIsShownAnewAndNotApplied() throws Exception {
        String head = planned();
        town.open(13, file("comment", "nginx:9"));
        town.opened(13);
        town.replans(0);
        town.deliver(town.comment(13, "ada", "/nanokit apply"));
        assertThat(town.check(head).title()).isEqualTo("Out of date · production");

        town.deliver(town.comment(12, "ada", "/nanokit apply"));

        assertThat(town.cloud.contents()).containsExactly("shop/production/main service/web nginx:9");
    }

    @Test
    void otherPullRequestsOnTheEnvironmentAreMarkedAndPlannedAgain() throws Exception {
        String other = planned();
        town.open(13, file("comment", "nginx:9"));
        town.opened(13);

        town.deliver(town.comment(13, "ada", "/nanokit apply"));

        assertThat(plansShown(other))
                .containsExactly("+1 ~0 -0 · production", "Out of date · production", "+0 ~1 -0 · production");
    }

    @Test
    void pullRequestsAgainstAnotherBranchOfTheSameEnvironmentArePlannedAgainToo() throws Exception {
        String mapped = file("comment", "nginx:2").replace("main: production", "main: production, next: production");
        town.main(mapped);
        town.github.push("next", Map.of("nanokit.yml", mapped));
        String other = town.github.push("work-13", Map.of("nanokit.yml", mapped.replace("nginx:2", "nginx:3")));
        town.github.pullRequest(13, "work-13", "next", false, false);
        town.opened(13);
        town.open(12, mapped);
        town.opened(12);

        town.deliver(town.comment(12, "ada", "/nanokit apply"));

        assertThat(plansShown(other))
                .containsExactly("+1 ~0 -0 · production", "Out of date · production", "+0 ~1 -0 · production");
    }

    @Test
    void planOfAnEnvironmentThatWasAskedForIsMadeAgainAfterAnApplyThere() throws Exception {
        String mapped = file("comment", "nginx:2").replace("main: production", "main: production, develop: stage");
        town.main(mapped);
        town.github.push("develop", Map.of("nanokit.yml", mapped));
        String asked = town.open(12, mapped);
        town.opened(12);
        town.deliver(town.comment(12, "ada", "/nanokit plan -e stage"));
        town.github.push("work-13", Map.of("nanokit.yml", mapped.replace("nginx:2", "nginx:3")));
        town.github.pullRequest(13, "work-13", "develop", false, false);
        town.opened(13);

        town.deliver(town.comment(13, "ada", "/nanokit apply"));

        assertThat(plansShown(asked))
                .containsExactly(
                        "+1 ~0 -0 · production", "+1 ~0 -0 · stage", "Out of date · stage", "+0 ~1 -0 · stage");
    }

    @Test
    void pullRequestOfAnotherRepositoryOfTheAccountIsPlannedAgainToo() throws Exception {
        planned();
        String other = town.open(20, file("comment", "nginx:9"));
        town.deliver(new Trigger.PullRequestChanged(
                new RepositoryRef(7, 42, "acme/other", "main"),
                town.github.pullRequest(20),
                Change.OPENED,
                new Actor("ada", false)));

        town.deliver(town.comment(12, "ada", "/nanokit apply"));

        assertThat(plansShown(other))
                .containsExactly(
                        "+1 ~0 -0 · production", "Out of date · production", "Could not be planned · production");
        assertThat(town.check(other).summary()).contains("belongs to github.example/acme/shop");
    }

    @Test
    void closedPullRequestIsNotPlannedAgain() throws Exception {
        String other = planned();
        town.deliver(town.closed(12, false));
        town.open(13, file("comment", "nginx:9"));
        town.opened(13);

        town.deliver(town.comment(13, "ada", "/nanokit apply"));

        assertThat(plansShown(other)).containsExactly("+1 ~0 -0 · production");
    }

    @Test
    void pullRequestsThatTheApplyDidNotTouchAreLeftAlone() throws Exception {
        Map<String, String> both = Map.of(
                "nanokit.yml", file("comment", "nginx:1"),
                "api/nanokit.yml", Town.component("api", "api:1"));
        town.github.push("main", both);
        String head = town.open(12, both);
        town.opened(12);
        town.open(13, both);
        town.opened(13);

        town.deliver(town.comment(13, "ada", "/nanokit apply --component api"));

        assertThat(plansShown(head))
                .containsExactlyInAnyOrder(
                        "+1 ~0 -0 · production",
                        "+1 ~0 -0 · production",
                        "Out of date · production",
                        "No changes · production");
    }

    @Test
    void twoPullRequestsThatApplyAtOnceGoOneAfterTheOther() throws Exception {
        String first = planned();
        String second = town.open(13, file("comment", "nginx:9"));
        town.opened(13);
        town.replans(0); // else the second one may agree to the plan that was made again after the first
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> one = both.submit(() -> deliver(town.comment(12, "ada", "/nanokit apply")));
            Future<?> other = both.submit(() -> deliver(town.comment(13, "ada", "/nanokit apply")));
            one.get();
            other.get();
        }

        assertThat(town.cloud.made()).isEqualTo(1);
        assertThat(town.store().component(Town.PRODUCTION, "main").serial()).isEqualTo(1);
        assertThat(List.of(town.check(first).title(), town.check(second).title()))
                .contains("Applied +1 ~0 -0 · production");
        assertThat(town.github.comments()).hasSize(2);
    }

    @Test
    void applyThatWaitedForAnotherOneDoesNotTakeItsPlanForItsOwn() throws Exception {
        planned();
        String second = town.open(13, file("comment", "nginx:9"));
        town.opened(13);
        town.replans(0);
        town.provider.atChange(() -> {
            town.provider.atChange(() -> null);
            CountDownLatch waits = new CountDownLatch(1);
            town.github.atCheck(() -> {
                if (town.github.history(second).getLast().startsWith("Shared modules")) {
                    waits.countDown();
                }
            });
            Thread.ofVirtual().start(() -> deliverQuietly(town.comment(13, "ada", "/nanokit apply")));
            waits.await();
            return null;
        });

        town.deliver(town.comment(12, "ada", "/nanokit apply"));
        answered.await();

        assertThat(town.cloud.contents()).containsExactly("shop/production/main service/web nginx:2");
        assertThat(town.github.history(second))
                .anySatisfy(title -> assertThat(title).startsWith("The plan has changed"));
    }

    private final CountDownLatch answered = new CountDownLatch(1);

    private void deliverQuietly(Trigger trigger) {
        try {
            town.deliver(trigger);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            answered.countDown();
        }
    }

    private Void deliver(Trigger trigger) throws InterruptedException {
        town.deliver(trigger);
        return null;
    }

    @Test
    void lossOfDataNeedsForce() throws Exception {
        String withData = file("comment", "nginx:1") + "databases: { orders: { engine: postgres } }\n";
        town.main(withData);
        town.open(12, withData);
        town.opened(12);
        town.deliver(town.comment(12, "ada", "/nanokit apply"));
        assertThat(town.cloud.contents()).hasSize(2);
        String head = town.github.push("work-12", Map.of("nanokit.yml", file("comment", "nginx:1")));
        town.deliver(town.changed(12, Change.SYNCHRONIZED));

        town.deliver(town.comment(12, "ada", "/nanokit apply"));
        assertThat(town.cloud.contents()).hasSize(2);
        assertThat(town.check(head).title()).startsWith("Would lose data");
        assertThat(town.check(head).annotations())
                .extracting(CheckRun.Annotation::title)
                .containsExactly("Deletes database/orders, which holds data");

        town.deliver(town.comment(12, "ada", "/nanokit apply --force"));
        assertThat(town.cloud.contents()).hasSize(1);
    }

    @Test
    void destroyHasToNameItsEnvironment() throws Exception {
        planned();
        town.deliver(town.comment(12, "ada", "/nanokit apply"));

        town.deliver(town.comment(12, "ada", "/nanokit destroy"));
        assertThat(town.cloud.contents()).hasSize(1);

        town.deliver(town.comment(12, "ada", "/nanokit destroy -e production"));
        assertThat(town.cloud.contents()).isEmpty();
        assertThat(town.github.deployments())
                .last()
                .satisfies(deployment -> assertThat(deployment.states())
                        .containsExactly(DeploymentState.IN_PROGRESS, DeploymentState.INACTIVE));
    }

    @Test
    void destroyOfDataSaysHowToMeanIt() throws Exception {
        String withData = file("comment", "nginx:1") + "databases: { orders: { engine: postgres } }\n";
        town.main(withData);
        String head = town.open(12, withData);
        town.opened(12);
        town.deliver(town.comment(12, "ada", "/nanokit apply"));

        town.deliver(town.comment(12, "ada", "/nanokit destroy -e production"));
        assertThat(town.cloud.contents()).hasSize(2);
        assertThat(town.check(head).summary()).contains("/nanokit destroy -e production --force");

        town.deliver(town.comment(12, "ada", "/nanokit destroy -e production --force"));
        assertThat(town.cloud.contents()).isEmpty();
    }

    @Test
    void blockedApplySaysWhoHoldsTheLockAndGoesOnByItself() throws Exception {
        String head = planned();
        Holder grace = new Holder("grace@laptop", "nkapp up", "", Instant.now());
        Acquisition.Granted held = (Acquisition.Granted) town.locks().acquire(request(grace), Sighting.NONE);
        CountDownLatch waits = new CountDownLatch(1);
        town.github.atCheck(() -> {
            if (town.github.history(head).getLast().startsWith("Shared modules are being initialized…")) {
                waits.countDown();
            }
        });
        try (ExecutorService server = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> apply = server.submit(() -> deliver(town.comment(12, "ada", "/nanokit apply")));
            waits.await();
            assertThat(town.check(head).status()).isEqualTo(CheckRun.Status.QUEUED);
            assertThat(town.check(head).summary()).contains("grace@laptop");
            town.locks().release(held.grant());
            apply.get();
        }

        assertThat(town.check(head).title()).isEqualTo("Applied +1 ~0 -0 · production");
    }

    @Test
    void applyThatOnlyWaitsSaysSoToWhoeverLetsItWork() throws Exception {
        String head = planned();
        Holder grace = new Holder("grace@laptop", "nkapp up", "", Instant.now());
        Acquisition.Granted held = (Acquisition.Granted) town.locks().acquire(request(grace), Sighting.NONE);
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch waits = new CountDownLatch(1);
        town.waiting(new Waiting() {
            @Override
            public void begins() {
                told.add("waits");
                waits.countDown();
            }

            @Override
            public void ends() {
                told.add("goes on");
            }
        });
        town.provider.atChange(() -> {
            told.add("changes");
            return null;
        });
        try (ExecutorService server = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> apply = server.submit(() -> deliver(town.comment(12, "ada", "/nanokit apply")));
            waits.await();
            town.locks().release(held.grant());
            apply.get();
        }

        assertThat(town.check(head).title()).isEqualTo("Applied +1 ~0 -0 · production");
        assertThat(told).containsSubsequence("waits", "goes on", "changes");
        assertThat(told.subList(told.indexOf("goes on"), told.size())).doesNotContain("waits");
    }

    private static LockRequest request(Holder holder) {
        return new LockRequest(
                Town.PRODUCTION, "main", InfraAccess.WRITE, holder, "their-request", Duration.ofMinutes(5));
    }

    @Test
    void unlockGoesBesideTheApplyThatWaits() throws Exception {
        String head = planned();
        town.locks().acquire(request(new Holder("grace@laptop", "nkapp up", "", Instant.now())), Sighting.NONE);
        CountDownLatch waits = new CountDownLatch(1);
        town.github.atCheck(() -> {
            if (town.github.history(head).getLast().startsWith("Shared modules")) {
                waits.countDown();
            }
        });
        Trigger unlock = town.comment(12, "ada", "/nanokit unlock");
        assertThat(town.app().beside(unlock)).isTrue();
        try (ExecutorService server = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> apply = server.submit(() -> deliver(town.comment(12, "ada", "/nanokit apply")));
            waits.await();
            town.deliver(unlock);
            apply.get();
        }

        assertThat(town.check(head).title()).isEqualTo("Applied +1 ~0 -0 · production");
        assertThat(town.github.comments()).anySatisfy(body -> assertThat(body).contains("grace@laptop"));
        assertThat(town.store().auditTrail(Town.PRODUCTION, 10))
                .anySatisfy(entry -> assertThat(entry.what()).contains("unlock"));
    }

    @Test
    void newerPushEndsAWaitForTheLock() throws Exception {
        String head = planned();
        town.locks().acquire(request(new Holder("grace@laptop", "nkapp up", "", Instant.now())), Sighting.NONE);
        CountDownLatch waits = new CountDownLatch(1);
        town.github.atCheck(() -> {
            if (town.github.history(head).getLast().startsWith("Shared modules")) {
                waits.countDown();
            }
        });
        String newer;
        try (ExecutorService server = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> apply = server.submit(() -> deliver(town.comment(12, "ada", "/nanokit apply")));
            waits.await();
            newer = town.github.push("work-12", Map.of("nanokit.yml", file("comment", "nginx:3")));
            town.deliver(town.changed(12, Change.SYNCHRONIZED));
            apply.get();
        }

        assertThat(town.check(head).title()).startsWith("Superseded by " + newer.substring(0, 7));
        assertThat(town.check(newer).title()).isEqualTo("+1 ~0 -0 · production");
        assertThat(town.cloud.contents()).isEmpty();
    }

    @Test
    void removalOfTheRepositoryEndsAWaitForTheLock() throws Exception {
        String head = planned();
        applyAndWhileItWaits(head, new Trigger.InstallationChanged(7, 42, "removed", List.of("acme/shop")));

        assertThat(town.check(head).title()).isEqualTo("Cancelled · production");
        assertThat(town.cloud.contents()).isEmpty();
    }

    @Test
    void closingEndsAWaitForTheLock() throws Exception {
        String head = planned();
        applyAndWhileItWaits(head, town.closed(12, false));

        assertThat(town.check(head).title()).isEqualTo("Cancelled · production");
        assertThat(town.locks().list(Town.PRODUCTION))
                .allSatisfy(lock -> assertThat(lock.waiting()).isEmpty());
    }

    /** Somebody else has the lock; a delivery arrives in between, and the apply then ends by itself. */
    private void applyAndWhileItWaits(String head, Trigger arriving) throws Exception {
        town.locks().acquire(request(new Holder("grace@laptop", "nkapp up", "", Instant.now())), Sighting.NONE);
        CountDownLatch waits = new CountDownLatch(1);
        town.github.atCheck(() -> {
            if (town.github.history(head).getLast().startsWith("Shared modules")) {
                waits.countDown();
            }
        });
        try (ExecutorService server = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> apply = server.submit(() -> deliver(town.comment(12, "ada", "/nanokit apply")));
            waits.await();
            town.deliver(arriving);
            apply.get();
        }
    }

    @Test
    void unlockWorksOnClosedPullRequests() throws Exception {
        planned();
        town.deliver(town.closed(12, false));
        town.locks().acquire(request(new Holder("grace@laptop", "nkapp up", "", Instant.now())), Sighting.NONE);

        town.deliver(town.comment(12, "ada", "/nanokit unlock"));

        assertThat(town.locks().list(Town.PRODUCTION))
                .allSatisfy(lock -> assertThat(lock.holders()).isEmpty());
        assertThat(town.github.comments()).singleElement().asString().contains("grace@laptop");
    }

    @Test
    void applyButtonIsTheCommand() throws Exception {
        String head = planned();

        town.deliver(town.button(town.check(head), "apply", "ada"));

        assertThat(town.cloud.contents()).hasSize(1);
        assertThat(town.github.comments()).isEmpty();
    }

    @Test
    void buttonOfWhoMayNotIsAnsweredInAComment() throws Exception {
        String head = planned();
        town.github.permit("eve", Permission.TRIAGE);

        town.deliver(town.button(town.check(head), "apply", "eve"));
        town.deliver(town.button(town.check(head), "apply", "eve"));

        assertThat(town.cloud.contents()).isEmpty();
        assertThat(town.github.comments())
                .hasSize(2)
                .allSatisfy(body -> assertThat(body).contains("@eve", "needs write permission"));
    }

    @Test
    void buttonOnAnOlderCommitAppliesNothing() throws Exception {
        String older = planned();
        town.github.push("work-12", Map.of("nanokit.yml", file("comment", "nginx:3")));

        town.deliver(town.button(town.check(older), "apply", "ada"));

        assertThat(town.cloud.contents()).isEmpty();
        assertThat(town.github.comments()).singleElement().asString().contains("A newer commit has been pushed");
    }

    @Test
    void failedApplyListsWhatIsLeftAndCanBeGoneOnWith() throws Exception {
        String head = planned();
        town.provider.atChange(() -> {
            throw new ProviderException("no such image", false, "404", "push the image", null);
        });
        town.deliver(town.comment(12, "ada", "/nanokit apply"));
        assertThat(town.check(head).conclusion()).contains(Conclusion.FAILURE);
        assertThat(town.check(head).summary()).contains("no such image", "push the image");
        assertThat(town.check(head).annotations()).singleElement().satisfies(note -> {
            assertThat(note.startLine()).isEqualTo(6);
            assertThat(note.level()).isEqualTo(CheckRun.Level.FAILURE);
            assertThat(note.title()).isEqualTo("An apply could not create service/web");
            assertThat(note.message()).isEqualTo("no such image\nFix: push the image");
        });
        assertThat(town.github.deployments())
                .last()
                .satisfies(deployment -> assertThat(deployment.states()).last().isEqualTo(DeploymentState.FAILURE));

        town.provider.atChange(() -> null);
        town.deliver(town.button(town.check(head), "apply", "ada"));

        assertThat(town.check(head).conclusion()).contains(Conclusion.SUCCESS);
        assertThat(town.cloud.contents()).hasSize(1);
    }

    @Test
    void statusShowsWhatIsThere() throws Exception {
        planned();
        town.deliver(town.comment(12, "ada", "/nanokit apply"));

        town.deliver(town.comment(12, "ada", "/nanokit status"));

        assertThat(town.github.comments()).last().asString().contains("service", "web", "github.example/acme/shop");
    }

    @Test
    void tenantIsTheAccount() throws Exception {
        planned();
        town.deliver(town.comment(12, "ada", "/nanokit apply"));

        assertThat(town.store().components(new EnvironmentId("42", "shop", "production")))
                .containsKey("main");
    }
}
