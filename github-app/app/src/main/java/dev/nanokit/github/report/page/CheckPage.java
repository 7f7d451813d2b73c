package dev.nanokit.github.report.page;

import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.CheckRun.Action;
import dev.nanokit.github.api.CheckRun.Annotation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A page of HTML that shows what would be posted to GitHub. */
public final class CheckPage {
    private CheckPage() {}

    /**
     * @param heading what the page is about: {@code acme/shop · pull request #12}; any text
     * @param comments bodies, as Markdown
     */
    public static String render(String heading, List<CheckRun> checks, List<String> comments) {
        StringBuilder body = new StringBuilder();
        checks.forEach(check -> body.append(check(check)));
        comments.forEach(comment -> body.append(comment(comment)));
        return HtmlPage.of(heading, body.toString());
    }

    private static String check(CheckRun check) {
        Look look = Look.of(check);
        String details = check.text().isEmpty() ? "" : "<h4>Details</h4>\n" + MarkdownHtml.of(check.text());
        return """
            <section class="check">
            <header>
            <span class="icon %s" aria-hidden="true">%s</span>
            <div class="head">
            <h2>%s</h2>
            <p class="state">%s · %s</p>
            </div>
            %s</header>
            <div class="body">
            <h3>%s</h3>
            %s</div>
            %s</section>
            """.formatted(
                        look.style(),
                        look.sign(),
                        Html.text(check.name()),
                        look.words(),
                        Html.text(shortSha(check.headSha())),
                        check.actions().stream().map(CheckPage::button).collect(Collectors.joining()),
                        Html.text(check.title()),
                        MarkdownHtml.of(check.summary()) + details,
                        notes(check.annotations()));
    }

    private static String button(Action action) {
        return "<button title=\"" + Html.text(action.description()) + "\">" + Html.text(action.label()) + "</button>\n";
    }

    private static String notes(List<Annotation> annotations) {
        return annotations.isEmpty()
                ? ""
                : annotations.stream()
                        .map(CheckPage::note)
                        .collect(Collectors.joining("", "<div class=\"notes\">\n<h4>Annotations</h4>\n", "</div>\n"));
    }

    private static String note(Annotation note) {
        return """
            <div class="note %1$s">
            <div class="where"><b>%1$s</b> %2$s#L%3$d</div>
            <div><b>%4$s</b></div>
            <pre>%5$s</pre>
            </div>
            """.formatted(
                        note.level().name().toLowerCase(Locale.ROOT),
                        Html.text(note.path()),
                        note.startLine(),
                        Html.text(note.title()),
                        Html.text(note.message()));
    }

    private static String comment(String markdown) {
        return """
            <section class="comment">
            <header><b>nanokit</b> <span class="bot">bot</span> commented</header>
            <div class="body">
            %s</div>
            </section>
            """.formatted(MarkdownHtml.of(markdown));
    }

    private static String shortSha(String sha) {
        return sha.substring(0, Math.min(7, sha.length()));
    }
}
