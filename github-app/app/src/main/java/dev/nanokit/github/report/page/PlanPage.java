package dev.nanokit.github.report.page;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.github.report.WholePlan;

/** A page of HTML that shows a plan whole. */
public final class PlanPage {
    private PlanPage() {}

    public static String render(Plan plan) {
        String heading = plan.project() + " · " + plan.environment() + " · " + plan.component();
        return HtmlPage.of(
                heading, """
            <section class="check">
            <div class="body">
            <h3>%s</h3>
            %s</div>
            </section>
            """.formatted(Html.text(WholePlan.title(plan)), MarkdownHtml.of(WholePlan.markdown(plan))));
    }

    /** A page that says why there is nothing to be seen. Both are our own words. */
    public static String message(String title, String text) {
        return HtmlPage.of(title, "<p>" + Html.text(text) + "</p>\n");
    }
}
