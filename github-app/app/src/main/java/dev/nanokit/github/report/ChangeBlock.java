package dev.nanokit.github.report;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.FieldChange;
import dev.nanokit.github.report.markdown.Blocks;
import dev.nanokit.github.report.markdown.Fence;
import dev.nanokit.github.report.markdown.Inline;
import java.util.List;
import java.util.stream.Collectors;

/** One change: its head, why it is, and its fields as a diff. */
final class ChangeBlock {
    /** What a reason says of a field that its line in the diff can't. */
    private static final String TELLING = "(can't be changed in place)";

    private static final int MOST_REASONS = 5;

    private ChangeBlock() {}

    /** @param guarded whether it loses data */
    static String of(Change change, boolean guarded, Detail detail) {
        Blocks blocks = new Blocks(detail.text());
        blocks.add(head(change) + (guarded ? " · ⚠️ **loses data: needs `--force`**" : ""));
        blocks.add(reasons(change));
        blocks.add(diff(change.fields(), detail));
        return blocks.text();
    }

    private static String head(Change change) {
        return words(change)
                + change.providerId().map(id -> " · " + Inline.code(id)).orElse("");
    }

    /** {@code ~ update container web-1}, in Markdown. */
    static String words(Change change) {
        return "`" + change.action().sign() + "` **" + change.action().word() + "** "
                + Inline.prose(change.key().type()) + " "
                + Inline.code(change.key().name());
    }

    /** The reasons, without those that only repeat what is said anyhow: that it is new, or a line of the diff. */
    private static String reasons(Change change) {
        if (change instanceof Change.Create create && create.recorded().isEmpty()) {
            return "";
        }
        List<String> telling = change.reasons().stream()
                .filter(reason -> change.fields().stream().noneMatch(field -> repeats(reason, field)))
                .toList();
        String more = telling.size() > MOST_REASONS ? "\n- … and " + (telling.size() - MOST_REASONS) + " more" : "";
        return telling.stream()
                .limit(MOST_REASONS)
                .map(reason -> "- " + Inline.prose(reason))
                .collect(Collectors.joining("\n", "", more));
    }

    private static boolean repeats(String reason, FieldChange field) {
        return reason.startsWith(field.path() + ": ") && !reason.endsWith(TELLING);
    }

    private static String diff(List<FieldChange> fields, Detail detail) {
        List<String> lines = fields.stream()
                .flatMap(field -> FieldLines.of(field, detail).stream())
                .toList();
        return lines.isEmpty()
                ? ""
                : Fence.of("diff", Blocks.lines(lines, detail.diff(), left -> "# … and " + left + " lines more"));
    }
}
