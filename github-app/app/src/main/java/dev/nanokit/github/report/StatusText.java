package dev.nanokit.github.report;

import dev.nanokit.engine.resource.Phase;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.github.report.markdown.Blocks;
import dev.nanokit.github.report.markdown.Folded;
import dev.nanokit.github.report.markdown.Inline;
import dev.nanokit.state.store.ComponentState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is in an environment, as state remembers it, and who holds a lock. */
final class StatusText {
    private static final int MOST = Limits.COMMENT / 2;
    private static final int LONGEST_TABLE = MOST / 4;

    private StatusText() {}

    static String markdown(EnvironmentStatus status) {
        Blocks blocks = new Blocks(MOST);
        blocks.add("**" + Inline.prose(status.project()) + "** in " + Inline.code(status.environment()));
        blocks.add(status.components().isEmpty() ? "Nothing has been applied here yet." : components(status));
        status.components().forEach((name, state) -> blocks.add(resources(name, state)));
        blocks.add(
                status.locks().isEmpty()
                        ? "Nobody holds a lock."
                        : "**Locks**\n\n" + LockText.table(status.locks(), status.now()));
        return blocks.text();
    }

    private static String components(EnvironmentStatus status) {
        List<String> rows = new ArrayList<>();
        status.components().forEach((name, state) -> rows.add(component(name, state)));
        return "| component | repository | resources | serial | last commit applied whole |\n|---|---|--:|--:|---|\n"
                + Blocks.lines(rows, LONGEST_TABLE, left -> "| … and " + left + " more | | | | |");
    }

    private static String component(String name, ComponentState state) {
        String commit = state.commit()
                .map(sha -> Inline.codeCell(PlanSummary.shortSha(sha)))
                .orElse("none");
        return "| " + Inline.codeCell(name) + " | "
                + state.repository().map(Inline::codeCell).orElse("") + " | "
                + state.resources().size() + " | " + state.serial() + " | " + commit + " |";
    }

    private static String resources(String component, ComponentState state) {
        if (state.resources().isEmpty()) {
            return "";
        }
        List<String> rows = state.resources().stream()
                .sorted(Comparator.comparing(RecordedResource::section).thenComparing(RecordedResource::key))
                .map(StatusText::row)
                .toList();
        String table = "| resource | name | id | |\n|---|---|---|---|\n"
                + Blocks.lines(rows, LONGEST_TABLE, left -> "| … and " + left + " more | | | |");
        return new Folded("<b>" + Inline.prose(component) + "</b> " + rows.size() + " resources", false).around(table);
    }

    private static String row(RecordedResource resource) {
        return "| " + Inline.prose(resource.key().type()) + " | "
                + Inline.codeCell(resource.key().name()) + " | "
                + resource.providerId().map(Inline::codeCell).orElse("") + " | " + phase(resource.phase()) + " |";
    }

    private static String phase(Phase phase) {
        return switch (phase) {
            case READY -> "";
            case CREATING -> "⚠️ being made when a run stopped; the next apply goes on";
            case DELETING -> "⚠️ being deleted when a run stopped; the next apply goes on";
        };
    }
}
