package dev.nanokit.github.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.CheckRun.Action;
import dev.nanokit.github.api.CheckRun.Annotation;
import dev.nanokit.github.api.CheckRun.Conclusion;
import dev.nanokit.github.api.CheckRun.Level;
import dev.nanokit.github.api.CheckRun.Status;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The page shows whatever is in a check, and does nothing of it. */
class CheckPageTest {
    private static final Pattern TAG =
            Pattern.compile("<(/?[a-zA-Z][a-zA-Z0-9]*)((?:\\s+[a-z-]+(?:=\"[^\"<>]*\")?)*)\\s*/?>");
    private static final Pattern HANDLER_OR_SCRIPT =
            Pattern.compile("(?i)<(script|img|iframe|object|embed|link|form|svg|style|meta|base)\\b|\\son\\w+=");

    @Test
    void markdownBecomesWhatGitHubWouldShow() {
        String page = page(
                "**bold** `code`\n\n| a | b |\n|---|--:|\n| 1 | 2 |",
                "<details open>\n<summary><b>Services</b> +1</summary>\n\n```diff\n+ new\n- <old>\n# note\n```\n\n</details>");

        assertThat(page)
                .contains("<strong>bold</strong> <code>code</code>", "<td align=\"right\">2</td>")
                .contains("<details open>\n<summary><b>Services</b> +1</summary>", "</details>")
                .contains("<span class=\"add\">+ new</span>", "<span class=\"del\">- &lt;old&gt;</span>");
    }

    @Test
    void aGraphOfWavesIsDrawnWithoutAScript() {
        assertThat(page(
                        "",
                        "```mermaid\nflowchart LR\n  subgraph w1 [\"Wave 1\"]\n    w1n1[\"create a#60;b\"]:::create\n  end\n"
                                + "  w2[\"3 more waves\"]\n```"))
                .contains("<div class=\"title\">Wave 1</div><div class=\"step create\">create a&lt;b</div>")
                .contains("<div class=\"title\">3 more waves</div>");
        assertThat(page("", "```mermaid\nsequenceDiagram\n```")).contains("<pre><code>sequenceDiagram\n</code></pre>");
    }

    @Test
    void anUnsafeAddressIsNoLink() {
        assertThat(page("[x](javascript:alert(1)) ![y](https://evil.example/y.png)", ""))
                .doesNotContain("javascript:", "evil.example");
    }

    @Test
    void thePageLoadsNothing() {
        String page = page("x", "y");

        assertThat(page).contains("default-src 'none'").doesNotContain("src=\"", "@import", "url(");
    }

    @Property
    void nothingInACheckOrCommentActs(@ForAll("hostile") String text, @ForAll("hostile") String other) {
        CheckRun check = new CheckRun(
                text,
                other,
                "x",
                Status.COMPLETED,
                Optional.of(Conclusion.FAILURE),
                text,
                other,
                text,
                List.of(new Annotation(text, 1, 1, Level.FAILURE, other, text)),
                List.of(new Action(text, other, "x")),
                Optional.empty());
        String page = CheckPage.render(text, List.of(check), List.of(other));
        String body = page.substring(page.indexOf("<body>"));

        assertThat(TAG.matcher(body).results().map(CheckPageTest::withoutValues))
                .noneMatch(tag -> HANDLER_OR_SCRIPT.matcher(tag).find());
        assertThat(TAG.matcher(body).replaceAll("")).doesNotContain("<");
    }

    private static String withoutValues(MatchResult tag) {
        return tag.group().replaceAll("\"[^\"]*\"", "\"\"");
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of(
                        "<script>alert(1)</script>",
                        "<img src=x onerror=alert(1)>",
                        "</section>",
                        "\"",
                        "'",
                        "<",
                        ">",
                        "&",
                        "&lt;",
                        "<!--",
                        "-->",
                        "<details>",
                        "</details>",
                        "<details open onclick=x>",
                        "```mermaid\n",
                        "```diff\n",
                        "```\n",
                        "\n\n",
                        "  subgraph w1 [\"",
                        "\"]\n    w1n1[\"x#60;script#62;\"]:::\n  end\n",
                        "[x](javascript:x)",
                        "[x](data:text/html,x)",
                        "<a href=\"javascript:x\">",
                        "<javascript:alert(1)>",
                        "| a |\n|---|\n",
                        "a",
                        " ",
                        "<svg/onload=x>",
                        "<summary>",
                        "<sub onx=y>",
                        "#34;",
                        "\u0000",
                        "\ud83d")
                .list()
                .ofMaxSize(10)
                .map(list -> String.join("", list));
    }

    private static String page(String summary, String text) {
        return CheckPage.render(
                "acme/shop",
                List.of(new CheckRun(
                        "nanokit / production",
                        "8f3c2d1e9b",
                        "x",
                        Status.COMPLETED,
                        Optional.of(Conclusion.SUCCESS),
                        "title",
                        summary,
                        text,
                        List.of(),
                        List.of(),
                        Optional.empty())),
                List.of());
    }
}
