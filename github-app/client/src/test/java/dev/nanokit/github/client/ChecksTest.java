package dev.nanokit.github.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.CheckRun.Action;
import dev.nanokit.github.api.CheckRun.Annotation;
import dev.nanokit.github.api.CheckRun.Conclusion;
import dev.nanokit.github.api.CheckRun.Level;
import dev.nanokit.github.api.CheckRun.Status;
import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.standin.world.Check;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Check runs at GitHub. */
class ChecksTest extends AtGitHub {
    private static final Action APPLY = new Action("Apply", "Make it so", "apply");

    private CheckRun check(Status status, Optional<Conclusion> conclusion, List<Annotation> annotations) {
        return new CheckRun(
                "nanokit / production",
                head,
                "plan-1",
                status,
                conclusion,
                "+3 ~1 -0 · production",
                "Three to create",
                "the diff",
                annotations,
                List.of(APPLY),
                Optional.of("https://nanokit.example/plan-1"));
    }

    private CheckRun queued() {
        return check(Status.QUEUED, Optional.empty(), List.of());
    }

    private CheckRun done(List<Annotation> annotations) {
        return check(Status.COMPLETED, Optional.of(Conclusion.SUCCESS), annotations);
    }

    private static List<Annotation> annotations(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(
                        line -> new Annotation("nanokit.yml", line, line, Level.WARNING, "Loses data", "line " + line))
                .toList();
    }

    private Check shown(long id) {
        return shop.checks().find(id).orElseThrow();
    }

    @Test
    void aCheckIsShownAsItWasMade() {
        Check shown = shown(repository.createCheck(done(annotations(1))));

        assertThat(shown.name()).isEqualTo("nanokit / production");
        assertThat(shown.headSha()).isEqualTo(head);
        assertThat(shown.text("external_id")).isEqualTo("plan-1");
        assertThat(shown.text("status")).isEqualTo("completed");
        assertThat(shown.text("conclusion")).isEqualTo("success");
        assertThat(shown.text("details_url")).isEqualTo("https://nanokit.example/plan-1");
        assertThat(shown.output("title")).isEqualTo("+3 ~1 -0 · production");
        assertThat(shown.output("summary")).isEqualTo("Three to create");
        assertThat(shown.output("text")).isEqualTo("the diff");
        assertThat(shown.actions()).containsExactly("apply");
        assertThat(shown.annotations().toString())
                .contains("path=nanokit.yml", "start_line=1", "annotation_level=warning", "message=line 1");
    }

    @ParameterizedTest
    @EnumSource(Conclusion.class)
    void everyConclusionIsKnownToGitHub(Conclusion conclusion) {
        long id = repository.createCheck(check(Status.COMPLETED, Optional.of(conclusion), List.of()));

        Conclusion settable = conclusion == Conclusion.STALE ? Conclusion.NEUTRAL : conclusion;
        assertThat(shown(id).text("conclusion")).isEqualToIgnoringCase(settable.name());
    }

    @Test
    void aCheckGoesItsWayFromQueuedToDoneAndBack() {
        long id = repository.createCheck(queued());
        assertThat(shown(id).text("status")).isEqualTo("queued");

        repository.updateCheck(id, check(Status.IN_PROGRESS, Optional.empty(), List.of()));
        assertThat(shown(id).text("status")).isEqualTo("in_progress");

        repository.updateCheck(id, done(List.of()));
        assertThat(shown(id).text("status")).isEqualTo("completed");

        repository.updateCheck(id, queued());
        assertThat(shown(id).text("status")).isEqualTo("queued");
        assertThat(shown(id).text("conclusion")).isEmpty();
    }

    @Test
    void aButtonThatIsNoLongerWantedGoes() {
        long id = repository.createCheck(queued());
        CheckRun plain = queued();

        repository.updateCheck(
                id,
                new CheckRun(
                        plain.name(),
                        head,
                        plain.externalId(),
                        plain.status(),
                        plain.conclusion(),
                        "t",
                        "s",
                        "",
                        List.of(),
                        List.of(),
                        Optional.empty()));

        assertThat(shown(id).actions()).isEmpty();
    }

    @Test
    void moreAnnotationsThanOneCallTakesAreSentInSeveral() {
        long id = repository.createCheck(done(annotations(120)));

        assertThat(shown(id).annotations()).hasSize(120).doesNotHaveDuplicates();
        assertThat(asked()).containsExactly("checks/create", "checks/update", "checks/update");
    }

    @Test
    void annotationsThatAreThereAreNotShownTwice() {
        long id = repository.createCheck(done(annotations(60)));

        repository.updateCheck(id, done(annotations(61)));

        assertThat(shown(id).annotations()).hasSize(61).doesNotHaveDuplicates();
    }

    @Test
    void anotherProcessSeesWhichAnnotationsAreThere() {
        long id = repository.createCheck(done(annotations(3)));
        github.traffic().forget();

        connect().repository(ref()).updateCheck(id, done(annotations(4)));

        assertThat(shown(id).annotations()).hasSize(4).doesNotHaveDuplicates();
        assertThat(asked()).containsExactly("checks/list-annotations", "checks/update");
    }

    @Test
    void anUpdateWhoseAnswerIsLostIsRepeatedWithoutRepeatingAnnotations() {
        long id = repository.createCheck(queued());
        github.faults().answerLost("checks/update");

        repository.updateCheck(id, done(annotations(5)));

        assertThat(shown(id).annotations()).hasSize(5).doesNotHaveDuplicates();
        assertThat(shown(id).text("conclusion")).isEqualTo("success");
    }

    @Test
    void aCheckWhoseAnswerIsLostIsFoundAgainAndNotMadeTwice() {
        github.faults().answerLost("checks/create");

        long id = repository.createCheck(done(annotations(2)));

        assertThat(shop.checks().all()).singleElement().satisfies(only -> {
            assertThat(only.id()).isEqualTo(id);
            assertThat(only.annotations()).hasSize(2);
        });
    }

    @Test
    void aCheckThatWasNotMadeBecauseGitHubFailedIsMadeAgain() {
        github.faults().failing("checks/create", 502);
        github.faults().dropped("checks/create");

        long id = repository.createCheck(queued());

        assertThat(shop.checks().all())
                .singleElement()
                .satisfies(only -> assertThat(only.id()).isEqualTo(id));
    }

    @Test
    void aFailureThatDoesNotEndIsTheCallersMatter() {
        for (int i = 0; i < 4; i++) {
            github.faults().failing("checks/create", 503);
        }

        assertThatThrownBy(() -> repository.createCheck(queued())).isInstanceOfSatisfying(GitHubException.class, e -> {
            assertThat(e.status()).isEqualTo(503);
            assertThat(e.retryable()).isTrue();
        });
        assertThat(shop.checks().all()).isEmpty();
        assertThat(hour.waits()).hasSize(3);
    }

    @Test
    void aCheckGitHubDoesNotTakeIsRefusedAtOnceWithItsReason() {
        CheckRun elsewhere = new CheckRun(
                "n",
                "e".repeat(40),
                "x",
                Status.QUEUED,
                Optional.empty(),
                "t",
                "s",
                "",
                List.of(),
                List.of(),
                Optional.empty());

        assertThatThrownBy(() -> repository.createCheck(elsewhere))
                .isInstanceOfSatisfying(
                        GitHubException.class, e -> assertThat(e.retryable()).isFalse())
                .hasMessageEndingWith("422: No commit found for SHA: " + "e".repeat(40));
        assertThat(hour.waits()).isEmpty();
    }

    @Test
    void checksAtACommitAreFoundByTheirExternalIds() {
        long first = repository.createCheck(queued());
        shop.checks().create(head, Map.of("name", "build", "external_id", ""));

        Map<String, Long> checks = repository.checks(head);

        assertThat(checks).containsEntry("plan-1", first);
    }

    @Test
    void checksAreFoundOnEveryPage() {
        for (int i = 0; i < 130; i++) {
            shop.checks().create(head, Map.of("name", "n" + i, "external_id", "id-" + i));
        }

        assertThat(new HashSet<>(repository.checks(head).keySet())).hasSize(130);
    }

    @Test
    void ofTwoChecksWithOneExternalIdTheLaterCounts() {
        repository.createCheck(queued());
        long later = repository.createCheck(queued());

        assertThat(repository.checks(head)).containsExactly(Map.entry("plan-1", later));
    }

    @Test
    void aTextAsLongAsGitHubTakesIsTaken() {
        CheckRun plain = queued();
        long id = repository.createCheck(new CheckRun(
                plain.name(),
                head,
                "long",
                Status.QUEUED,
                Optional.empty(),
                "t",
                "s".repeat(65_535),
                "ü".repeat(65_535),
                List.of(),
                List.of(APPLY, new Action("Re-plan", "Plan again", "plan"), new Action("Unlock", "Clear", "unlock")),
                Optional.empty()));

        assertThat(shown(id).output("text")).hasSize(65_535);
        assertThat(shown(id).actions()).containsExactly("apply", "plan", "unlock");
    }
}
