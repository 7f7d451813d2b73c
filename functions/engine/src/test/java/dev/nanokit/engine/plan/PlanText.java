package dev.nanokit.engine.plan;

import dev.nanokit.engine.source.Problem;
import java.util.List;

/** Plans as text that a person can review in a golden file. */
final class PlanText {
    private final StringBuilder text = new StringBuilder();

    static String of(Plan plan) {
        PlanText rendering = new PlanText();
        rendering.render(plan);
        return rendering.text.toString();
    }

    private void render(Plan plan) {
        line(0, plan.project() + "/" + plan.environment() + "/" + plan.component() + " at serial " + plan.serial());
        for (int wave = 0; wave < plan.waves().size(); wave++) {
            line(0, "wave " + (wave + 1));
            plan.waves().get(wave).forEach(this::change);
        }
        if (!plan.unchanged().isEmpty()) {
            line(0, "unchanged");
            plan.unchanged().forEach(this::change);
        }
        block("guards", plan.guards().stream().map(Guard::what).toList());
        block("warnings", plan.warnings().stream().map(Problem::what).toList());
        block("blocked on", plan.blockedOn().stream().toList());
    }

    private void change(Change change) {
        line(
                1,
                change.action().sign() + " " + change.action().word() + " " + change.key()
                        + change.providerId().map(id -> " (" + id + ")").orElse(""));
        change.reasons().forEach(reason -> line(3, "- " + reason));
        change.fields().forEach(field -> line(3, field.path() + ": " + Shown.line(field)));
    }

    private void block(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            line(0, title);
            lines.forEach(each -> line(1, each));
        }
    }

    private void line(int indent, String content) {
        text.append("  ".repeat(indent)).append(content).append('\n');
    }
}
