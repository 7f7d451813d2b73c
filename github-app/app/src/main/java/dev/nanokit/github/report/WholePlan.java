package dev.nanokit.github.report;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.github.report.markdown.Blocks;
import dev.nanokit.github.report.markdown.Inline;

/** A plan as a check shows it, without what GitHub's limits cut off. */
public final class WholePlan {
    private WholePlan() {}

    /** {@code +2 ~1 -1 · production}, any text. */
    public static String title(Plan plan) {
        return PlanCheck.title(plan);
    }

    public static String markdown(Plan plan) {
        Blocks blocks = new Blocks(Detail.WHOLE.text());
        plan.blockedOn().ifPresent(why -> blocks.add("**" + Inline.prose(why) + "**"));
        blocks.add(PlanSummary.counts(plan));
        blocks.add(PlanSummary.guards(plan, Detail.WHOLE));
        blocks.add(PlanSummary.warnings(plan, Detail.WHOLE));
        blocks.add(PlanText.whole(plan));
        blocks.add("<sub>Plan " + Inline.code(plan.id()) + " of " + Inline.code(PlanSummary.shortSha(plan.commit()))
                + " · serial " + plan.serial() + "</sub>");
        return blocks.text();
    }
}
