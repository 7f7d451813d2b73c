package dev.nanokit.github.report;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Guard;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.github.report.markdown.Blocks;
import dev.nanokit.github.report.markdown.Folded;
import dev.nanokit.github.report.markdown.Inline;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The body of a check: the graph of the waves, and each section with its changes, cut at a resource's border. */
final class PlanText {
    /** Room for the note that something was cut, with its link. */
    private static final int NOTE = 1_200;
    /** A section that is short enough to be read at once is shown open. */
    private static final int FEW = 8;

    private final Plan plan;
    private final Detail detail;
    private final String rest;
    private final Map<Section, Integer> hidden = new EnumMap<>(Section.class);

    /** @param rest where to read what was cut off */
    private PlanText(Plan plan, Detail detail, String rest) {
        this.plan = plan;
        this.detail = detail;
        this.rest = rest;
    }

    static String of(Plan plan, CheckSubject subject) {
        return new PlanText(plan, Detail.CHECK, whole(subject)).text();
    }

    /** As much as a browser can show. */
    static String whole(Plan plan) {
        return new PlanText(plan, Detail.WHOLE, command(plan.environment()) + " shows them all.").text();
    }

    private String text() {
        Blocks blocks = new Blocks(detail.text() - NOTE);
        blocks.add(WaveGraph.of(plan));
        Map<Section, List<Change>> bySection = plan.changes()
                .collect(Collectors.groupingBy(
                        Change::section, () -> new EnumMap<>(Section.class), Collectors.toList()));
        bySection.forEach((section, changes) -> blocks.add(section(section, changes, blocks.room())));
        String note = note();
        Blocks whole = new Blocks(detail.text());
        whole.add(blocks.text());
        whole.add(note);
        return whole.text();
    }

    /** The section in so many bytes; empty where not one of its changes fits. */
    private String section(Section section, List<Change> changes, int room) {
        Folded folded = new Folded(heading(section), changes.size() <= FEW);
        Set<ResourceKey> guarded = plan.guards().stream().map(Guard::resource).collect(Collectors.toSet());
        Blocks inside = new Blocks(room - folded.bytes());
        int shown = 0;
        while (shown < changes.size() && inside.add(block(changes.get(shown), guarded))) {
            shown++;
        }
        if (shown < changes.size()) {
            hidden.put(section, changes.size() - shown);
        }
        return shown == 0 ? "" : folded.around(inside.text());
    }

    private String block(Change change, Set<ResourceKey> guarded) {
        return ChangeBlock.of(change, guarded.contains(change.key()), detail);
    }

    private String heading(Section section) {
        return "<b>" + Tally.words(section) + "</b> " + Tally.of(plan.changes()).line(section);
    }

    private String note() {
        if (hidden.isEmpty()) {
            return "";
        }
        int all = hidden.values().stream().mapToInt(Integer::intValue).sum();
        List<String> where = new ArrayList<>();
        hidden.forEach((section, count) -> where.add(count + " in " + Tally.words(section)));
        return "**" + all + " more changes don't fit here** (" + String.join(", ", where) + "). " + rest;
    }

    /** Where to read what was cut off. */
    static String whole(CheckSubject subject) {
        String command = command(subject.environment());
        return subject.wholePlan()
                .map(url -> Inline.link("The whole plan", url) + " has them all, and so has " + command + ".")
                .orElse(command + " shows them all.");
    }

    private static String command(String environment) {
        return Inline.code("nkapp plan -e " + environment);
    }
}
