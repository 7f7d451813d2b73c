package dev.nanokit.github.report;

import dev.nanokit.engine.plan.Action;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Drift;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.github.report.markdown.Blocks;
import dev.nanokit.github.report.markdown.Folded;
import dev.nanokit.github.report.markdown.Inline;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The issue that tells of drift, within GitHub's limit: the same drift gives the same text, whenever it is looked at.
 *
 * @param marker by which it is found again; stands in the body
 */
public record DriftIssue(String marker, String title, String body) {
    /** Room for how to go on. */
    private static final int FOOT = 4_000;
    /** A section that is short enough to be read at once is shown open. */
    private static final int FEW = 8;

    public static DriftIssue of(DriftSubject subject, Drift drift) {
        Blocks blocks = new Blocks(Limits.COMMENT - FOOT);
        blocks.add(subject.marker());
        blocks.add(head(subject, drift));
        int shown = 0;
        for (Map.Entry<Section, List<Change>> section : bySection(drift).entrySet()) {
            shown += section(section.getKey(), section.getValue(), blocks);
        }
        blocks.add(besides(drift));
        Blocks whole = new Blocks(Limits.COMMENT);
        whole.add(blocks.text());
        whole.add(cut(drift.byHand().size() - shown));
        whole.add(goOn(subject));
        return new DriftIssue(subject.marker(), "Drift in " + subject.where() + ": " + counts(drift), whole.text());
    }

    /** What is said when the issue is closed. */
    public static String gone(DriftSubject subject) {
        return "Everything is as it was applied again, by commit "
                + Inline.link(Inline.code(CommitText.shortened(subject.commit())), subject.commitUrl()) + ".";
    }

    /** The same, of a component of which nothing is left. */
    public static String destroyed(String environment, String component) {
        return "Nothing of component " + Inline.code(component) + " is left in " + Inline.code(environment)
                + ", so nothing of it can drift.";
    }

    public static String marker(String project, String environment, String component) {
        return DriftSubject.marker(project, environment, component);
    }

    private static String head(DriftSubject subject, Drift drift) {
        return "**" + Inline.code(subject.environment()) + " is not as it was applied:** " + counts(drift) + ", of "
                + subject.resources() + " resources of component " + Inline.code(subject.component())
                + ". The commit that was applied last is "
                + Inline.link(Inline.code(CommitText.shortened(subject.commit())), subject.commitUrl()) + ".";
    }

    private static String counts(Drift drift) {
        long gone = drift.byHand().stream()
                .filter(change -> change.action() == Action.CREATE)
                .count();
        long changed = drift.byHand().size() - gone;
        String changes = changed == 0 ? "" : changed + " changed by hand";
        String between = changed == 0 || gone == 0 ? "" : ", ";
        return changes + between + (gone == 0 ? "" : gone + " removed by hand");
    }

    private static Map<Section, List<Change>> bySection(Drift drift) {
        return drift.byHand().stream()
                .collect(Collectors.groupingBy(
                        Change::section, () -> new EnumMap<>(Section.class), Collectors.toList()));
    }

    /** Adds what fits, and says how many changes that were. */
    private static int section(Section section, List<Change> changes, Blocks blocks) {
        Folded folded = new Folded(
                "<b>" + Tally.words(section) + "</b> "
                        + Tally.of(changes.stream()).line(section),
                changes.size() <= FEW);
        Blocks inside = new Blocks(blocks.room() - folded.bytes());
        int shown = 0;
        while (shown < changes.size() && inside.add(ChangeBlock.of(changes.get(shown), false, Detail.CHECK))) {
            shown++;
        }
        return shown > 0 && blocks.add(folded.around(inside.text())) ? shown : 0;
    }

    private static String besides(Drift drift) {
        return Listing.of(
                "**Besides,** asked for by the commit and not applied, or a consequence of the above:",
                drift.besides().stream()
                        .map(change ->
                                ChangeBlock.words(change) + ": " + Inline.prose(String.join("; ", change.reasons())))
                        .toList());
    }

    private static String cut(int hidden) {
        return hidden == 0 ? "" : "**" + hidden + " more don't fit here.** A plan of the commit shows them all.";
    }

    private static String goOn(DriftSubject subject) {
        String back = switch (subject.apply()) {
            case MERGE, COMMENT ->
                "re-run the check " + Inline.code(subject.check())
                        + " of the newest commit of the branch that is applied there, and press *Apply*.";
            case MANUAL -> "run " + Inline.code("nkapp up -e " + subject.environment()) + ".";
        };
        return "**To put it back,** " + back + "\n**To keep it,** write it into " + Inline.code(subject.file())
                + ", and have that applied.\n\n<sub>Each line says what an apply would do; in a diff, `-` is how it is now and"
                + " `+` how it was applied. Nanokit updates this issue when what differs changes, and closes it when nothing does any more.</sub>";
    }
}
