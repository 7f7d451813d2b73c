package dev.nanokit.workflows;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.plan.PlanJson;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.stages.ApplyResult;
import dev.nanokit.stages.Site;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.store.ComponentState;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an apply leaves behind, in words that are the same whoever did it: without what providers and runs name
 * themselves.
 *
 * @param report how it ended
 * @param state of the component, and of each of its resources
 * @param auditTrail sorted: in made-up time many entries have the same
 */
record Picture(String report, List<String> state, List<String> locks, List<String> auditTrail) {
    private static final Pattern MADE_UP = Pattern.compile("(run-)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
            + "|\\b[0-9a-f]{12,64}\\b"
            + "|\\bid-\\d+\\b"
            + "|\\b\\d{1,3}(\\.\\d{1,3}){3}\\b");

    static Picture of(ApplyResult result, Site site) {
        return new Picture(
                plain(report(result)),
                state(site),
                site.locks().list(site.id()).stream().map(Object::toString).toList(),
                site.store().auditTrail(site.id(), 100).stream()
                        .map(entry -> plain(entry.who() + ", " + entry.what() + ": " + entry.detail()))
                        .sorted()
                        .toList());
    }

    private static List<String> state(Site site) {
        ComponentState component = site.state();
        return Stream.concat(
                        Stream.of(component.repository() + " " + component.commit() + " serial " + component.serial()),
                        component.resources().stream().map(Picture::record).sorted())
                .toList();
    }

    private static String record(RecordedResource resource) {
        return plain(resource.key() + " " + resource.phase() + " of " + resource.component() + " in "
                + resource.section() + ", after " + new TreeSet<>(resource.dependsOn()) + ", serial "
                + resource.serial() + ": " + resource.spec() + " answered " + resource.outputs() + " as "
                + resource.providerId().orElse("nothing"));
    }

    private static String report(ApplyResult result) {
        return switch (result) {
            case ApplyResult.Applied applied -> "applied " + plan(applied.plan());
            case ApplyResult.Blocked blocked ->
                "waits at " + blocked.by().position() + " for " + blocked.by().scope() + " of "
                        + blocked.by().holders().stream().map(Holder::who).toList();
            case ApplyResult.NotReady notReady -> "waits for " + notReady.why() + " " + plan(notReady.plan());
            case ApplyResult.Stale stale -> "stale " + plan(stale.plan());
            case ApplyResult.Guarded guarded -> "guards " + guarded.guards() + " " + plan(guarded.plan());
            case ApplyResult.Incomplete incomplete ->
                incomplete.cause() + " done " + names(incomplete.done()) + " failed "
                        + incomplete.failed().stream()
                                .map(failure -> failure.change().key() + " " + failure.message() + "; " + failure.fix())
                                .sorted()
                                .toList()
                        + " left " + names(incomplete.left()) + " " + plan(incomplete.plan());
        };
    }

    private static List<String> names(List<Change> changes) {
        return changes.stream().map(change -> change.key().toString()).sorted().toList();
    }

    private static String plan(Plan plan) {
        return PlanJson.writePretty(plan);
    }

    private static String plain(String text) {
        return MADE_UP.matcher(text).replaceAll("#");
    }
}
