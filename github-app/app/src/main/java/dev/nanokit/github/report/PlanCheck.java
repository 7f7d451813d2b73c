package dev.nanokit.github.report;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.source.Places;
import dev.nanokit.github.api.CheckRun.Action;
import dev.nanokit.github.api.CheckRun.Conclusion;
import java.util.ArrayList;
import java.util.List;

/**
 * The check of a plan. A plan is a success, so that a branch can require it; one that loses data, or that can't be applied
 * yet, is neutral: it does not stop a merge, and shows that it is not like others.
 */
final class PlanCheck {
    static final String BEING_INITIALIZED = "Shared modules are being initialized…";

    private PlanCheck() {}

    static CheckContent of(Plan plan, Places places, CheckSubject subject) {
        boolean plain = plan.guards().isEmpty() && plan.blockedOn().isEmpty();
        return CheckContent.done(
                        plain ? Conclusion.SUCCESS : Conclusion.NEUTRAL,
                        title(plan),
                        PlanSummary.of(plan, subject),
                        buttons(plan, subject))
                .withText(PlanText.of(plan, subject))
                .withAnnotations(PlanAnnotations.of(plan, places));
    }

    static String title(Plan plan) {
        if (plan.blockedOn().isPresent()) {
            return BEING_INITIALIZED + " · " + plan.environment();
        }
        String counts = plan.isEmpty() ? "No changes" : Tally.of(plan).line();
        return counts + " · " + plan.environment() + (plan.guards().isEmpty() ? "" : " · loses data, needs --force");
    }

    private static Action[] buttons(Plan plan, CheckSubject subject) {
        List<Action> buttons = new ArrayList<>();
        if (!plan.isEmpty()
                && plan.guards().isEmpty()
                && plan.blockedOn().isEmpty()
                && subject.way().canBeAsked()) {
            buttons.add(Buttons.APPLY);
        }
        buttons.add(Buttons.REPLAN);
        return buttons.toArray(Action[]::new);
    }
}
