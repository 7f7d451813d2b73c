package dev.nanokit.cli.view;

import dev.nanokit.cli.terminal.Printable;
import dev.nanokit.cli.terminal.Style;
import dev.nanokit.engine.plan.Action;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Guard;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan as people read it: by section, each change with its sign, its reason and its fields. */
final class PlanText {
    /** So many unchanged resources of a section are named one by one; more are only counted. */
    private static final int UNCHANGED_SHOWN = 20;

    private final Style style;
    private final ChangeText changes;

    PlanText(Style style) {
        this.style = style;
        this.changes = new ChangeText(style);
    }

    String of(Plan plan) {
        StringBuilder text = new StringBuilder();
        head(plan, text);
        Map<ResourceKey, String> guards =
                plan.guards().stream().collect(Collectors.toMap(Guard::resource, Guard::what, (a, b) -> a + "; " + b));
        for (Section section : Section.values()) {
            section(plan, section, guards, text);
        }
        warnings(plan, text);
        text.append('\n').append(summary(plan)).append('\n');
        return text.toString();
    }

    private void head(Plan plan, StringBuilder text) {
        text.append(style.bold(plan.project() + " in " + plan.environment()))
                .append(style.dim(" · component " + plan.component() + " · serial " + plan.serial()
                        + (plan.commit().isEmpty() ? "" : " · commit " + shortCommit(plan.commit()))))
                .append('\n');
        plan.blockedOn()
                .ifPresent(why -> text.append('\n')
                        .append(style.yellow(LockText.BEING_INITIALIZED))
                        .append("\n  ")
                        .append(Printable.line(why))
                        .append('\n'));
    }

    static String shortCommit(String commit) {
        return commit.length() > 7 ? commit.substring(0, 7) : commit;
    }

    private void section(Plan plan, Section section, Map<ResourceKey, String> guards, StringBuilder text) {
        List<Change> shown = new ArrayList<>(
                plan.changes().filter(change -> change.section() == section).toList());
        List<Change.NoOp> unchanged = plan.unchanged().stream()
                .filter(change -> change.section() == section)
                .toList();
        boolean counted = unchanged.size() > UNCHANGED_SHOWN;
        if (!counted) {
            shown.addAll(unchanged);
        }
        if (shown.isEmpty() && unchanged.isEmpty()) {
            return;
        }
        shown.sort(Comparator.comparing(Change::key));
        text.append('\n').append(style.bold(title(section))).append('\n');
        int width = shown.stream().mapToInt(ChangeText::width).max().orElse(0);
        shown.forEach(change -> changes.append(change, width, guards.get(change.key()), text));
        if (counted) {
            text.append("  ")
                    .append(style.sign(Action.NO_OP))
                    .append(style.dim(" " + unchanged.size() + " more stay as they are"))
                    .append('\n');
        }
    }

    static String title(Section section) {
        return switch (section) {
            case INFRASTRUCTURE -> "Infrastructure";
            case DATABASES -> "Databases";
            case SERVICES -> "Services";
        };
    }

    private void warnings(Plan plan, StringBuilder text) {
        if (!plan.warnings().isEmpty()) {
            text.append('\n').append(style.bold("Warnings")).append('\n');
            plan.warnings().forEach(warning -> text.append(new ProblemText(style).of(warning, "")));
        }
    }

    private String summary(Plan plan) {
        String counts = Stream.of(
                        count(plan, Action.CREATE, "to create"),
                        count(plan, Action.UPDATE, "to update"),
                        count(plan, Action.REPLACE, "to replace"),
                        count(plan, Action.DELETE, "to delete"),
                        count(plan, Action.ADOPT, "to adopt"),
                        count(plan, Action.NO_OP, "unchanged"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        if (plan.isEmpty()) {
            return style.bold("Plan: nothing to change") + (counts.isEmpty() ? "." : " (" + counts + ").");
        }
        String guarded = plan.guards().isEmpty()
                ? ""
                : "\n"
                        + style.red("What loses data is refused without --force ("
                                + plan.guards().size() + " here).");
        return style.bold("Plan: ") + counts + "." + guarded;
    }

    private static String count(Plan plan, Action action, String words) {
        long count = plan.count(action);
        return count == 0 ? "" : count + " " + words;
    }
}
