package dev.nanokit.github.plans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.plan.PlanJson;
import dev.nanokit.github.Golden;
import dev.nanokit.github.plans.PlanPages.Page;
import dev.nanokit.github.report.PlanSamples;
import dev.nanokit.github.report.WholePlan;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.store.StateStore;
import dev.nanokit.state.store.TableStateStore;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.sqlite.SqliteTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanPagesTest {
    private static final EnvironmentId PRODUCTION = new EnvironmentId("42", "shop", "production");
    private static final Duration MONTH = Duration.ofDays(30);

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T12:00:00Z"));
    private final InstantSource clock = now::get;
    private Table table;
    private StateStore store;
    private PlanLinks links;
    private PlanPages pages;

    @BeforeEach
    void open() {
        table = SqliteTable.open(folder.resolve("state.db"), clock);
        store = new TableStateStore(table, clock);
        links = new PlanLinks("https://nanokit.example", PlanKey.of(table));
        pages = new PlanPages(store, links);
    }

    @AfterEach
    void close() {
        table.close();
    }

    private Page follow(String link) {
        String address = link.substring("https://nanokit.example/plans/".length());
        String[] parts = address.split("\\?signature=", -1);
        return pages.page(parts[0], parts.length > 1 ? parts[1] : "");
    }

    private static Plan saved(StateStore store, Plan plan) {
        store.savePlan(PRODUCTION, plan, MONTH);
        return plan;
    }

    @Test
    void linkOfACheckLeadsToTheWholePlan() {
        Plan plan = saved(store, PlanSamples.large(3_000));

        Page page = follow(links.link(plan.id()));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html()).contains("service-0", "service-2999").doesNotContain("don't fit here");
    }

    @Test
    void storedPlanReadsAsItDidWhenItWasMade() {
        for (Plan plan : PlanSamples.all()) {
            Plan stored = StoredPlan.read(PlanJson.write(plan));

            assertThat(withoutWarnings(WholePlan.markdown(stored)))
                    .isEqualTo(withoutWarnings(WholePlan.markdown(plan)));
            assertThat(WholePlan.title(stored)).isEqualTo(WholePlan.title(plan));
        }
    }

    /** Those are kept as lines of text, in which the fix is not set off. */
    private static String withoutWarnings(String markdown) {
        return markdown.lines()
                .filter(line -> !line.startsWith("- `nanokit.yml:"))
                .reduce("", (before, line) -> before + line + "\n");
    }

    @Test
    void pageLooksAsPeopleReviewedIt() {
        saved(store, PlanSamples.usual());

        Golden.assertIs(
                Path.of("src/test/resources/plans/plan.md"),
                WholePlan.markdown(StoredPlan.read(
                                store.planJson(PlanSamples.usual().id()).orElseThrow()))
                        + "\n");
    }

    @Test
    void secretsAreNotOnThePage() {
        Plan plan = saved(store, PlanSamples.usual());

        assertThat(follow(links.link(plan.id())).html())
                .contains("(sensitive)")
                .doesNotContain("old-secret", "new-secret", "hmac-sha256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "ä", "../../etc/passwd", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void wrongSignatureSeesNothingAndIsNotToldWhetherThereIsAPlan(String signature) {
        Plan plan = saved(store, PlanSamples.usual());

        Page there = pages.page(plan.id(), signature);

        assertThat(there.status()).isEqualTo(404);
        assertThat(there).isEqualTo(pages.page("no-such-plan", signature));
    }

    @Test
    void signatureIsGoodForItsPlanAlone() {
        String link = links.link("one-plan");

        assertThat(pages.page("another-plan", link.substring(link.indexOf('=') + 1))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void planThatIsKeptNoMoreSaysSo() {
        Plan plan = saved(store, PlanSamples.usual());
        now.set(now.get().plus(MONTH).plusSeconds(1));

        Page page = follow(links.link(plan.id()));

        assertThat(page.status()).isEqualTo(410);
        assertThat(page.html()).contains("Plans are kept for 30 days", "/nanokit plan");
    }

    @Test
    void addressIsTheSameAfterARestartAndAnotherElsewhere() {
        assertThat(new PlanLinks("https://nanokit.example", PlanKey.of(table)).link("p"))
                .isEqualTo(links.link("p"));
        try (Table other = SqliteTable.open(folder.resolve("other.db"), clock)) {
            assertThat(new PlanLinks("https://nanokit.example", PlanKey.of(other)).link("p"))
                    .isNotEqualTo(links.link("p"));
        }
    }
}
