package dev.nanokit.github.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.value.Value;
import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.CheckRun.Action;
import dev.nanokit.github.command.Command;
import dev.nanokit.github.command.Command.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanCheckTest {
    @ParameterizedTest
    @CsvSource({
        "ASKED, 'apply, replan'",
        "ON_MERGE, replan",
        "ON_PUSH, 'apply, replan'",
        "BY_HAND, replan",
    })
    void applyIsOfferedOnlyWhereTheBaseBranchLetsItBeAskedFor(ApplyWay way, String buttons) {
        CheckRun check =
                CheckRenderer.render(Samples.subject(way), new CheckState.Planned(Samples.plan(), Samples.PLACES));

        assertThat(check.actions().stream().map(Action::identifier)).containsExactly(buttons.split(", "));
    }

    @Test
    void whatLosesDataOrCannotBeAppliedYetHasNoApplyButton() {
        Stream.of(Samples.guarded(), Samples.withoutItsShare(), Samples.nothing())
                .map(plan -> CheckRenderer.render(Samples.SUBJECT, new CheckState.Planned(plan, Samples.PLACES)))
                .forEach(check -> assertThat(check.actions())
                        .extracting(Action::identifier)
                        .containsExactly("replan"));
    }

    @Test
    void theTitleCountsReplacedAndAdoptedOnesWhereThereAreSome() {
        Map<String, Value> image = Map.of("image", Value.text("nginx"));
        CheckRun check = CheckRenderer.render(
                Samples.SUBJECT,
                new CheckState.Planned(
                        new Shop()
                                .finds("container/web", 3, image)
                                .has("network/net", Map.of("driver", Value.text("bridge")))
                                .wants("network/net", 4, Map.of("driver", Value.text("overlay")))
                                .wants("container/api", 5, image)
                                .plan(),
                        Samples.PLACES));

        assertThat(check.title()).isEqualTo("+1 ~0 ±1 -0 •1 · production");
        assertThat(check.summary()).contains("| **All** | 1 | | 1 | | 1 |");
    }

    @Test
    void aDeletionIsAnnotatedWhereItsBlockStandsAndAReplacementOnItsOwnLine() {
        CheckRun replaced =
                CheckRenderer.render(Samples.SUBJECT, new CheckState.Planned(Samples.guarded(), Samples.PLACES));
        CheckRun deleted = CheckRenderer.render(
                Samples.SUBJECT,
                new CheckState.Planned(
                        new Shop()
                                .has("database/orders", Map.of("engine", Value.text("mysql")))
                                .plan(),
                        Samples.PLACES));

        assertThat(replaced.annotations())
                .extracting(CheckRun.Annotation::startLine)
                .containsExactly(15, 1);
        assertThat(deleted.annotations())
                .extracting(CheckRun.Annotation::startLine)
                .containsExactly(14);
    }

    @Test
    void aRepositoryWithSeveralComponentsHasACheckOfEach() {
        CheckSubject api = new CheckSubject(
                "production",
                Optional.of("api"),
                "services/api/nanokit.yml",
                Shop.COMMIT,
                "check-2",
                ApplyWay.ASKED,
                Optional.empty());
        CheckRun check = CheckRenderer.render(api, new CheckState.Planned(Samples.plan(), Samples.PLACES));

        assertThat(check.name()).isEqualTo("nanokit / production / api");
        assertThat(check.summary()).contains("`/nanokit apply -e production --component api`");
    }

    @Test
    void aButtonIsTheCommandThatItStandsFor() {
        Scope scope = new Scope(Optional.of("production"), Optional.of("api"));

        assertThat(Buttons.command("apply", scope)).contains(new Command.Apply(scope, false));
        assertThat(Buttons.command("replan", scope)).contains(new Command.Plan(scope));
        assertThat(Buttons.command("unlock", scope)).contains(new Command.Unlock(scope));
        assertThat(Buttons.command("destroy", scope)).isEmpty();
    }
}
