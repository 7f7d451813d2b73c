package dev.nanokit.github.flow;

import static dev.nanokit.github.flow.world.Town.component;
import static dev.nanokit.github.flow.world.Town.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.CheckRun.Conclusion;
import dev.nanokit.github.api.CheckRun.Status;
import dev.nanokit.github.plans.PlanLinks;
import dev.nanokit.github.plans.PlanPages;
import dev.nanokit.webhook.trigger.Trigger;
import dev.nanokit.webhook.trigger.Trigger.Change;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PullRequestFlowTest extends InATown {
    @Test
    void openedPullRequestIsPlannedForTheEnvironmentOfItsBaseBranch() throws Exception {
        town.main(file("comment", "nginx:1"));
        String head = town.open(12, file("comment", "nginx:2"));

        town.opened(12);

        CheckRun check = town.check(head);
        assertThat(check.conclusion()).contains(Conclusion.SUCCESS);
        assertThat(check.title()).isEqualTo("+1 ~0 -0 · production");
        assertThat(check.externalId()).isEqualTo("production/main/pr/12");
        assertThat(check.actions()).extracting(CheckRun.Action::label).containsExactly("Apply", "Re-plan");
        assertThat(town.cloud.contents()).isEmpty();
    }

    @Test
    void usualPlanCostsThreeCallsAndAPushFour() throws Exception {
        town.main(file("comment", "nginx:1"));
        town.open(12, file("comment", "nginx:2"));
        town.opened(12);
        assertThat(town.github.takeCalls()).containsExactly("files", "files", "createCheck");

        town.github.push("work-12", Map.of("nanokit.yml", file("comment", "nginx:3")));
        town.deliver(town.changed(12, Change.SYNCHRONIZED));
        assertThat(town.github.takeCalls()).containsExactly("pullRequest", "files", "files", "createCheck");
    }

    @Test
    void planThatTakesLongSaysFirstThatItIsBeingMade() throws Exception {
        town.quickPlan(Duration.ZERO);
        CountDownLatch shown = new CountDownLatch(1);
        town.github.atCheck(shown::countDown);
        town.provider.atPlan(() -> {
            shown.await();
            return null;
        });
        town.main(file("comment", "nginx:1"));
        String head = town.open(12, file("comment", "nginx:2"));

        town.opened(12);

        assertThat(town.github.history(head)).containsExactly("Planning · production", "+1 ~0 -0 · production");
    }

    @Test
    void everyErrorOfAnInvalidFileIsAnnotated() throws Exception {
        town.main(file("comment", "nginx:1"));
        String head = town.open(12, file("comment", "nginx:2") + "servces: {}\nvolumes: 7\n");

        town.opened(12);

        CheckRun check = town.check(head);
        assertThat(check.conclusion()).contains(Conclusion.FAILURE);
        assertThat(check.annotations()).hasSize(2).allSatisfy(annotation -> {
            assertThat(annotation.path()).isEqualTo("nanokit.yml");
            assertThat(annotation.level()).isEqualTo(CheckRun.Level.FAILURE);
        });
    }

    @Test
    void pullRequestWithoutAnyFileGetsNothing() throws Exception {
        town.github.push("main", Map.of("README.md", "hello"));
        String head = town.open(12, Map.of("README.md", "hello again"));

        town.opened(12);

        assertThat(town.github.checksAt(head)).isEmpty();
        assertThat(town.github.comments()).isEmpty();
    }

    @Test
    void eachComponentHasItsCheckAndIsNamedByIt() throws Exception {
        Map<String, String> files = Map.of(
                "nanokit.yml", file("comment", "nginx:1"),
                "api/nanokit.yml", component("api", "api:1"),
                "jobs/nanokit.yml", component("jobs", "jobs:1"));
        town.github.push("main", files);
        String head = town.open(12, files);

        town.opened(12);

        assertThat(town.github.checksAt(head))
                .extracting(CheckRun::name)
                .containsExactlyInAnyOrder(
                        "nanokit / production / main", "nanokit / production / api", "nanokit / production / jobs");
    }

    @Test
    void threeHundredFilesGetThreeHundredChecks() throws Exception {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < 300; i++) {
            files.put("services/s" + i + "/nanokit.yml", component("s" + i, "image:" + i));
        }
        town.github.push("main", files);
        String head = town.open(12, files);

        town.opened(12);

        assertThat(town.github.checksAt(head))
                .hasSize(300)
                .allSatisfy(check -> assertThat(check.conclusion()).contains(Conclusion.SUCCESS));
    }

    @Test
    void twoFilesOfOneComponentAreBothRefused() throws Exception {
        Map<String, String> files =
                Map.of("a/nanokit.yml", component("api", "api:1"), "b/nanokit.yml", component("api", "api:2"));
        town.github.push("main", Map.of());
        String head = town.open(12, files);

        town.opened(12);

        assertThat(town.github.checksAt(head)).hasSize(2).allSatisfy(check -> {
            assertThat(check.conclusion()).contains(Conclusion.FAILURE);
            assertThat(check.summary()).contains("the component 'api' of 'shop' is also in");
        });
    }

    @Test
    void removedFileIsSaid() throws Exception {
        town.main(file("comment", "nginx:1"));
        String head = town.open(12, Map.of("README.md", "bye"));

        town.opened(12);

        assertThat(town.check(head).title()).isEqualTo("nanokit.yml is removed · production");
        assertThat(town.check(head).summary()).contains("/nanokit destroy -e production");
    }

    @Test
    void movedFileIsNotTakenForARemovedOne() throws Exception {
        town.main(file("comment", "nginx:1"));
        String head = town.open(12, Map.of("deploy/nanokit.yml", file("comment", "nginx:1")));

        town.opened(12);

        assertThat(town.github.checksAt(head)).extracting(CheckRun::title).containsExactly("+1 ~0 -0 · production");
    }

    @Test
    void draftIsPlanned() throws Exception {
        town.main(file("comment", "nginx:1"));
        String head = town.github.push("work-12", Map.of("nanokit.yml", file("comment", "nginx:2")));
        town.github.pullRequest(12, "work-12", "main", false, true);

        town.opened(12);

        assertThat(town.check(head).conclusion()).contains(Conclusion.SUCCESS);
    }

    @Test
    void otherBaseBranchMeansAnotherEnvironment() throws Exception {
        String mapped = file("comment", "nginx:1").replace("main: production", "main: production, develop: stage");
        town.main(mapped);
        town.github.push("develop", Map.of("nanokit.yml", mapped));
        String head = town.open(12, mapped);
        town.opened(12);

        town.github.rebase(12, "develop");
        town.deliver(town.changed(12, Change.BASE_EDITED));

        assertThat(town.github.check(head, "nanokit / stage")).isPresent();
    }

    @Test
    void branchThatBelongsToNoEnvironmentIsLeftAlone() throws Exception {
        town.github.push("topic", Map.of("nanokit.yml", file("comment", "nginx:1")));
        String head = town.github.push("work-12", Map.of("nanokit.yml", file("comment", "nginx:2")));
        town.github.pullRequest(12, "work-12", "topic", false, false);

        town.opened(12);

        assertThat(town.github.checksAt(head)).isEmpty();
    }

    @Test
    void providerThatCannotBeReachedIsSaid() throws Exception {
        town.main(file("comment", "nginx:1"));
        String head = town.open(12, file("comment", "nginx:2"));
        town.provider.down(true);

        town.opened(12);

        assertThat(town.check(head).title()).isEqualTo("Could not be planned · production");
        assertThat(town.check(head).summary()).contains("the engine does not answer", "see that it runs");
    }

    @Test
    void builtServiceIsPlannedFromTheRepositorysTree() throws Exception {
        String built = file("comment", "x").replace("image: \"x\"", "build: ./web");
        town.main(built);
        town.github.takeCalls();
        String head = town.open(12, Map.of("nanokit.yml", built, "web/Dockerfile", "FROM scratch"));

        town.opened(12);

        assertThat(town.check(head).text()).contains("built from FROM scratch");
        assertThat(town.github.takeCalls()).containsOnlyOnce("checkout");
    }

    @Test
    void newerPushEndsWhatIsOpenForTheOlderCommit() throws Exception {
        town.main(file("comment", "nginx:1"));
        String older = town.open(12, file("comment", "nginx:2"));
        town.provider.atPlan(() -> {
            throw new Error("the process is killed");
        });
        town.quickPlan(Duration.ZERO);
        try {
            town.opened(12);
        } catch (Error killed) {
            assertThat(killed).hasMessage("the process is killed");
        }
        town.provider.atPlan(() -> null);
        town.restart();
        String newer = town.github.push("work-12", Map.of("nanokit.yml", file("comment", "nginx:3")));

        town.deliver(town.changed(12, Change.SYNCHRONIZED));

        town.github
                .check(older, "nanokit / production")
                .ifPresent(check -> assertThat(check.title()).startsWith("Superseded by " + newer.substring(0, 7)));
        assertThat(town.check(newer).title()).isEqualTo("+1 ~0 -0 · production");
    }

    @Test
    void lateDeliveryThatArrivesWhilePlanningLeavesNothingUnplanned() throws Exception {
        Map<String, String> files = Map.of(
                "api/nanokit.yml", component("api", "api:1"),
                "jobs/nanokit.yml", component("jobs", "jobs:1"));
        town.github.push("main", files);
        town.open(12, files);
        Trigger late = town.changed(12, Change.OPENED);
        String head = town.github.push("work-12", files);
        town.provider.atPlan(() -> {
            town.app().arrived(late);
            return null;
        });

        town.deliver(town.changed(12, Change.SYNCHRONIZED));
        town.provider.atPlan(() -> null);
        town.deliver(late);

        assertThat(town.github.checksAt(head)).hasSize(2);
    }

    @Test
    void closedPullRequestLeavesNothingOpen() throws Exception {
        town.main(file("comment", "nginx:1"));
        String head = town.open(12, file("comment", "nginx:2"));
        town.opened(12);

        town.deliver(town.closed(12, false));
        town.deliver(town.closed(12, false));

        assertThat(town.github.checksAt(head))
                .allSatisfy(check -> assertThat(check.status()).isEqualTo(Status.COMPLETED));
        assertThat(town.cloud.contents()).isEmpty();
        town.deliver(town.changed(12, Change.SYNCHRONIZED));
        assertThat(plansShown(head)).hasSize(1);
    }

    @Test
    void reopenedPullRequestIsPlannedAgain() throws Exception {
        town.main(file("comment", "nginx:1"));
        String head = town.open(12, file("comment", "nginx:2"));
        town.opened(12);
        town.deliver(town.closed(12, false));

        town.github.set(12, true, false);
        town.deliver(town.changed(12, Change.REOPENED));

        assertThat(plansShown(head)).hasSize(2);
    }

    @Test
    void stickyCommentIsThereOnceAndOnlyWhereItIsWanted() throws Exception {
        town.with(settings -> settings.withPlanComments(true));
        town.main(file("comment", "nginx:1"));
        town.open(12, file("comment", "nginx:2"));
        town.opened(12);
        town.github.push("work-12", Map.of("nanokit.yml", file("comment", "nginx:3")));
        town.deliver(town.changed(12, Change.SYNCHRONIZED));

        assertThat(town.github.comments()).singleElement().asString().contains("<!-- nanokit:plan -->", "production");
    }

    @Test
    void stickyCommentShowsEveryCheckAsItIsNowWhateverChangedIt() throws Exception {
        town.with(settings -> settings.withPlanComments(true));
        Map<String, String> both = Map.of(
                "nanokit.yml", file("comment", "nginx:1"),
                "api/nanokit.yml", component("api", "api:1"));
        town.github.push("main", both);
        town.open(12, both);
        town.opened(12);
        town.open(13, both);
        town.opened(13);
        assertThat(town.github.comments())
                .hasSize(2)
                .allSatisfy(comment -> assertThat(comment).contains("+1 \\~0 -0 · production"));

        town.deliver(town.comment(12, "ada", "/nanokit apply --component api"));
        assertThat(sticky(12)).contains("Applied +1 \\~0 -0", "| +1 \\~0 -0 · production |");
        assertThat(sticky(13)).contains("No changes · production", "| +1 \\~0 -0 · production |");

        town.provider.down(true);
        town.deliver(town.comment(12, "ada", "/nanokit plan --component main"));
        assertThat(sticky(12)).contains("Applied +1 \\~0 -0", "Could not be planned · production");
    }

    private String sticky(int pullRequest) {
        List<String> found = town.github.comments(pullRequest).stream()
                .filter(comment -> comment.startsWith("<!-- nanokit:plan -->"))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void checkLeadsToTheWholePlanWhetherItIsPlannedOrApplied() throws Exception {
        PlanLinks links = new PlanLinks("https://nanokit.example", "the key".getBytes(StandardCharsets.UTF_8));
        PlanPages pages = new PlanPages(town.store(), links);
        town.with(settings -> settings.withPlanLinks(Optional.of(links)));
        town.main(file("comment", "nginx:1"));
        String head = town.open(12, file("comment", "nginx:2"));
        town.opened(12);
        assertThat(pageOf(head, pages).html()).contains("nginx:2", "+1 ~0 -0");

        town.deliver(town.comment(12, "ada", "/nanokit apply"));

        assertThat(town.check(head).title()).isEqualTo("Applied +1 ~0 -0 · production");
        assertThat(pageOf(head, pages).html()).contains("nginx:2", "+1 ~0 -0");
    }

    private PlanPages.Page pageOf(String sha, PlanPages pages) {
        String link = town.check(sha).detailsUrl().orElseThrow();
        assertThat(town.check(sha).summary()).contains("[whole plan](" + link + ")");
        String[] parts =
                link.substring("https://nanokit.example/plans/".length()).split("\\?signature=", -1);
        return pages.page(parts[0], parts[1]);
    }

    @Test
    void fileInAnotherScriptIsQuotedAsItIs() throws Exception {
        town.main(file("comment", "nginx:1"));
        String head = town.open(12, file("comment", "nginx:2") + "сервисы-漢字: {}\n");

        town.opened(12);

        assertThat(town.check(head).annotations())
                .singleElement()
                .satisfies(annotation -> assertThat(annotation.title()).contains("сервисы-漢字"));
    }

    @Test
    void secretsComeFromTheProcessAndAreNeverShown() throws Exception {
        String withSecret = file("comment", "nginx:2") + "secrets: { STRIPE_TOKEN: { from: env } }\n";
        town.main(withSecret);
        String head = town.open(12, withSecret);

        town.opened(12);

        assertThat(town.check(head).conclusion()).contains(Conclusion.SUCCESS);
        assertThat(town.check(head).toString()).doesNotContain("sk-very-secret");
    }

    @Test
    void theAppsOwnVariablesAreNobodysSecrets() throws Exception {
        String thief = file("comment", "nginx:2") + "secrets: { NANOKIT_APP_KEY: { from: env } }\n";
        town.main(thief);
        String head = town.open(12, thief);

        town.opened(12);

        assertThat(town.check(head).summary()).contains("the secret env:NANOKIT_APP_KEY is not there");
    }

    @Test
    void fileExpandsOnlyWhatWasDeclaredForIt() throws Exception {
        town.with(settings -> FlowSettings.standard(
                settings.webUrl(),
                Map.of("NANOKIT_VAR__SHOP__PRODUCTION__TAG", "from-the-declared", "TAG", "from-the-process")));
        town.main(file("comment", "nginx:1"));
        String head = town.open(12, file("comment", "nginx:${TAG}"));

        town.opened(12);

        assertThat(town.check(head).text()).contains("nginx:from-the-declared").doesNotContain("from-the-process");
    }
}
