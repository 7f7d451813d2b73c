package dev.nanokit.github.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.value.Value;
import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.command.Command;
import dev.nanokit.github.report.markdown.Blocks;
import dev.nanokit.stages.ApplyResult;
import dev.nanokit.stages.ApplyResult.Cause;
import dev.nanokit.stages.RunEvent;
import dev.nanokit.state.lock.HeldLock;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    private static final String WIDE = "😀é".repeat(40);

    @Test
    void everyStateKeepsTheLimitsOfGitHub() {
        Samples.all().values().forEach(sample -> keepsLimits(CheckRenderer.render(sample.getKey(), sample.getValue())));
    }

    @Test
    void aLargePlanIsCutAtAResourcesBorderAndSaysWhatIsMissing() {
        CheckRun check = CheckRenderer.render(Samples.SUBJECT, new CheckState.Planned(large(2_000), Samples.PLACES));

        keepsLimits(check);
        assertThat(Blocks.bytes(check.text())).isGreaterThan(50_000);
        assertThat(MarkdownFacts.of(check.text()).foreign()).isEmpty();
        int shown = check.text().split("\\*\\*create\\*\\*", -1).length - 1;
        assertThat(check.text())
                .endsWith("**" + (2_000 - shown) + " more changes don't fit here** (" + (2_000 - shown)
                        + " in Services). [The"
                        + " whole plan](https://nanokit.example/plans/p-20261124-7c1f) has them all, and so has `nkapp plan"
                        + " -e production`.");
        assertThat(check.summary()).contains("| Services | 2000 |");
    }

    @Test
    void aLargePlanWithoutALinkNamesTheCommandThatShowsItAll() {
        CheckSubject unlinked = new CheckSubject(
                "production", Optional.of("api"), Shop.FILE, Shop.COMMIT, "x", ApplyWay.ASKED, Optional.empty());

        assertThat(CheckRenderer.render(unlinked, new CheckState.Planned(large(2_000), Samples.PLACES))
                        .text())
                .endsWith("`nkapp plan -e production` shows them all.");
    }

    @Test
    void oneResourceWithManyFieldsLeavesRoomForTheOthers() {
        Map<String, Value> fields = new HashMap<>();
        IntStream.range(0, 5_000).forEach(i -> fields.put("FIELD_" + i, Value.text(WIDE)));
        Plan plan = new Shop()
                .wants("container/a", 3, fields)
                .wants("container/b", 3, Map.of("image", Value.text("nginx")))
                .plan();
        CheckRun check = CheckRenderer.render(Samples.SUBJECT, new CheckState.Planned(plan, Samples.PLACES));

        keepsLimits(check);
        assertThat(check.text()).contains(" lines more", "container `b`").doesNotContain("don't fit here");
    }

    @Test
    void aLongValueIsCutBetweenCharacters() {
        Plan plan = new Shop()
                .wants(
                        "container/a",
                        3,
                        Map.of("image", Value.text("😀".repeat(1_000)), "text", Value.text("line\n".repeat(500))))
                .plan();

        assertThat(CheckRenderer.render(Samples.SUBJECT, new CheckState.Planned(plan, Samples.PLACES))
                        .text())
                .contains("+ image: " + "😀".repeat(300) + "… (700 characters more)", "… (470 lines more)");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 49, 50, 51, 3_000})
    void everyErrorOfAFileIsAnnotatedHoweverManyTheSummaryCanHold(int errors) {
        List<Problem> problems = IntStream.range(0, errors)
                .mapToObj(i -> Problem.error(new Place(Shop.FILE, i + 1, 1), "wrong " + WIDE, WIDE, "mend it"))
                .toList();
        CheckRun check = CheckRenderer.render(Samples.SUBJECT, new CheckState.Invalid(problems));

        keepsLimits(check);
        assertThat(check.annotations()).hasSize(errors);
        assertThat(check.summary().contains("more; `nkapp validate` shows them all."))
                .isEqualTo(errors == 3_000);
    }

    @Test
    void aHugeMessageFitsWhereverItIsSaid() {
        String huge = WIDE.repeat(3_000);
        Problem problem = Problem.error(new Place(Shop.FILE, 1, 1), huge, huge, huge);

        keepsLimits(CheckRenderer.render(Samples.SUBJECT, new CheckState.Invalid(List.of(problem))));
        keepsLimits(CheckRenderer.render(Samples.SUBJECT, new CheckState.Unplannable(huge, huge)));
        keepsLimits(CheckRenderer.render(Samples.SUBJECT, new CheckState.Outdated(huge)));
        keepsLimits(CheckRenderer.render(Samples.SUBJECT, new CheckState.WaitingForShared(huge)));
    }

    @Test
    void theProgressAndTheEndOfALargeApplyFit() {
        Plan plan = large(4_000);
        ApplyProgress progress = ApplyProgress.BEGUN.after(new RunEvent.WaveStarted(plan, 1, 1));
        ApplyResult.Failure failure =
                new ApplyResult.Failure(plan.changes().toList().getFirst(), WIDE.repeat(500), WIDE);
        ApplyResult incomplete = new ApplyResult.Incomplete(
                plan,
                plan.changes().toList(),
                Collections.nCopies(4_000, failure),
                plan.changes().toList(),
                Cause.FAILED);

        keepsLimits(CheckRenderer.render(Samples.SUBJECT, new CheckState.Applying(progress, Samples.NOW)));
        keepsLimits(CheckRenderer.render(
                Samples.SUBJECT, new CheckState.Finished(incomplete, Samples.PLACES, Samples.NOW)));
    }

    @Test
    void aCommentOfManyChecksAndAnswersFits() {
        CheckRun check = CheckRenderer.render(Samples.SUBJECT, new CheckState.Planned(large(2_000), Samples.PLACES));
        PostedCheck posted = new PostedCheck(check, Optional.of("https://nanokit.example/runs/1"));
        Command command = new Command.Plan(Command.Scope.ALL);

        String plans = CommentRenderer.plans(Collections.nCopies(300, posted));
        String answers = CommentRenderer.answers("octocat", Collections.nCopies(300, Answer.check(command, posted)));

        assertThat(Blocks.bytes(plans)).isLessThanOrEqualTo(65_536);
        assertThat(plans).contains("don't fit here; the checks show them.");
        assertThat(Blocks.bytes(answers)).isLessThanOrEqualTo(65_536);
        assertThat(answers).contains("more commands don't fit here");
    }

    @Test
    void theStatusOfALargeEnvironmentFits() {
        HeldLock lock = new HeldLock("infra", true, List.of(Samples.GRACE), 4, Collections.nCopies(500, Samples.LINUS));
        EnvironmentStatus status = Comments.status(3_000, List.of(lock));

        String comment = CommentRenderer.answers(
                "octocat", List.of(Answer.status(new Command.Status(Command.Scope.ALL), status)));

        assertThat(Blocks.bytes(comment)).isLessThanOrEqualTo(65_536);
        assertThat(comment).contains("(waits)", " more | | |", "3000 resources");
        assertThat(MarkdownFacts.of(comment.replace("@octocat", "")).foreign()).isEmpty();
    }

    private static Plan large(int containers) {
        Shop shop = new Shop();
        for (int i = 0; i < containers; i++) {
            shop.wants("container/c" + i, i + 1, Map.of("image", Value.text(WIDE), "n", Value.num(i)));
        }
        return shop.plan();
    }

    private static void keepsLimits(CheckRun check) {
        assertThat(check.title()).isNotBlank();
        assertThat(Blocks.bytes(check.title())).isLessThanOrEqualTo(255);
        assertThat(check.summary()).isNotBlank();
        assertThat(Blocks.bytes(check.summary())).isLessThanOrEqualTo(65_535);
        assertThat(Blocks.bytes(check.text())).isLessThanOrEqualTo(65_535);
        assertThat(check.conclusion()).isNotEqualTo(Optional.of(CheckRun.Conclusion.STALE));
        assertThat(check.conclusion().isPresent()).isEqualTo(check.status() == CheckRun.Status.COMPLETED);
        assertThat(check.actions()).hasSizeLessThanOrEqualTo(3).allSatisfy(action -> {
            assertThat(action.label()).isNotBlank().hasSizeLessThanOrEqualTo(20);
            assertThat(action.description()).isNotBlank().hasSizeLessThanOrEqualTo(40);
            assertThat(action.identifier()).isNotBlank().hasSizeLessThanOrEqualTo(20);
        });
        assertThat(check.annotations()).allSatisfy(note -> {
            assertThat(note.title()).isNotBlank();
            assertThat(Blocks.bytes(note.title())).isLessThanOrEqualTo(255);
            assertThat(note.message()).isNotBlank();
            assertThat(Blocks.bytes(note.message())).isLessThanOrEqualTo(65_535);
            assertThat(note.startLine()).isPositive();
        });
    }
}
