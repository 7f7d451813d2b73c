package dev.nanokit.github.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.config.GitRules;
import dev.nanokit.engine.plan.Drift;
import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import dev.nanokit.github.Golden;
import dev.nanokit.github.report.markdown.Blocks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Issues about drift, as they are written. */
class DriftIssueTest {
    private static final Map<String, Value> NETWORK = Map.of("cidr", Value.text("10.40.0.0/24"));

    @Test
    void whatWasChangedAndWhatIsGoneIsToldBySections() {
        golden("drift", DriftIssue.of(subject(GitRules.Apply.MERGE, false), Drift.of(shop().plan())));
    }

    @Test
    void whatIsAppliedByHandIsPutBackByHandAndSeveralComponentsAreNamed() {
        golden("drift-manual", DriftIssue.of(subject(GitRules.Apply.MANUAL, true), Drift.of(shop().plan())));
    }

    @Test
    void whyItIsClosedIsSaid() {
        assertThat(DriftIssue.gone(subject(GitRules.Apply.MERGE, false)))
                .isEqualTo("Everything is as it was applied again, by commit"
                        + " [`8f3c2d1`](https://github.example/acme/shop/commit/" + Shop.COMMIT + ").");
        assertThat(DriftIssue.destroyed("production", "main"))
                .isEqualTo("Nothing of component `main` is left in `production`, so nothing of it can drift.");
    }

    @Test
    void theSameDriftHasTheSameTextWhateverThePlanIsCalled() {
        assertThat(DriftIssue.of(subject(GitRules.Apply.MERGE, false), Drift.of(shop().plan())))
                .isEqualTo(DriftIssue.of(subject(GitRules.Apply.MERGE, false), Drift.of(shop().plan())));
    }

    @Test
    void muchDriftIsCutAtAResourcesBorderAndSaysHowMuchIsMissing() {
        Shop shop = new Shop();
        for (int i = 0; i < 2_000; i++) {
            String key = "container/web-" + i;
            shop.keeps(key, 3, Map.of("image", Value.text("nginx:1.27")))
                    .changedByHand(key, Map.of("image", Value.text("😀é".repeat(40))));
        }

        DriftIssue issue = DriftIssue.of(subject(GitRules.Apply.MERGE, false), Drift.of(shop.plan()));

        assertThat(Blocks.bytes(issue.body())).isBetween(50_000, Limits.COMMENT);
        int shown = issue.body().split("\\*\\*update\\*\\*", -1).length - 1;
        assertThat(issue.body()).contains("**" + (2_000 - shown) + " more don't fit here.**", "To put it back");
        assertThat(foreign(issue)).isEmpty();
    }

    @Test
    void whatSomebodyTypedIsNothingButText() {
        Shop shop = new Shop()
                .keeps("container/web", 3, Map.of("image", Value.text("nginx")))
                .changedByHand(
                        "container/web",
                        Map.of("image", Value.text("x\n```\n<script>@everyone #1 https://evil.example --> [a](b)")));

        assertThat(foreign(DriftIssue.of(subject(GitRules.Apply.MERGE, false), Drift.of(shop.plan()))))
                .isEmpty();
    }

    /** What is in it beside the marker and the commit's link. */
    private static List<String> foreign(DriftIssue issue) {
        return MarkdownFacts.of(issue.body()).foreign().stream()
                .filter(fact -> !fact.equals("html " + issue.marker()))
                .filter(fact -> !fact.equals("link https://github.example/acme/shop/commit/" + Shop.COMMIT))
                .toList();
    }

    private static Shop shop() {
        return new Shop()
                .keeps("network/default", 3, NETWORK)
                .keeps("container/api", 8, Map.of("network", Value.text("default"), "image", Value.text("api:1")))
                .keeps("container/web", 9, web("info", "hunter2"))
                .has("container/old", Map.of("image", Value.text("old:1")))
                .removedByHand("network/default")
                .changedByHand("container/web", web("trace", "typed by somebody"));
    }

    private static Map<String, Value> web(String level, String key) {
        return Map.of(
                "image", Value.text("nginx:1.27"),
                "LOG_LEVEL", Value.text(level),
                "KEY", Value.hidden(Secret.revealed("env:KEY", key)));
    }

    private static DriftSubject subject(GitRules.Apply apply, boolean named) {
        return new DriftSubject(
                "shop",
                "production",
                "main",
                named,
                Shop.FILE,
                Shop.COMMIT,
                "https://github.example/acme/shop/commit/" + Shop.COMMIT,
                4,
                apply);
    }

    private static void golden(String name, DriftIssue issue) {
        assertThat(issue.body()).doesNotContain("hunter2", "typed by somebody");
        Golden.assertIs(
                Path.of("src/test/resources/issues", name + ".md"),
                "# " + issue.title() + "\n\n" + issue.body() + "\n");
    }
}
