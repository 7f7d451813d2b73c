package dev.nanokit.github.report;

import dev.nanokit.engine.plan.Action;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Guard;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Places;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.github.api.CheckRun.Annotation;
import dev.nanokit.github.api.CheckRun.Level;
import dev.nanokit.github.report.markdown.Visible;
import dev.nanokit.stages.ApplyResult;
import java.util.List;
import java.util.stream.Stream;

/** Notes on lines of nanokit.yml. GitHub shows them as plain text, not as Markdown. */
final class PlanAnnotations {
    private PlanAnnotations() {}

    /** What loses data, and what the user should know. */
    static List<Annotation> of(Plan plan, Places places) {
        Stream<Annotation> guards = plan.guards().stream()
                .map(guard -> annotation(
                        place(guard, plan, places),
                        Level.WARNING,
                        (guard.action() == Action.REPLACE ? "Replaces " : "Deletes ") + guard.resource()
                                + ", which holds data",
                        guard.what() + ". It is done only with --force."));
        return Stream.concat(guards, of(plan.warnings()).stream()).toList();
    }

    /** What could not be done, and what the user should know. */
    static List<Annotation> ofFailures(ApplyResult.Incomplete result, Places places) {
        Stream<Annotation> failures = result.failed().stream()
                .map(failure -> annotation(
                        place(failure.change(), places),
                        Level.FAILURE,
                        "An apply could not " + failure.change().action().word() + " "
                                + failure.change().key(),
                        failure.message() + (failure.fix().isEmpty() ? "" : "\nFix: " + failure.fix())));
        return Stream.concat(failures, of(result.plan().warnings()).stream()).toList();
    }

    static List<Annotation> of(List<Problem> problems) {
        return problems.stream()
                .map(problem -> annotation(
                        problem.place(),
                        problem.isError() ? Level.FAILURE : Level.WARNING,
                        problem.what(),
                        message(problem)))
                .toList();
    }

    private static String message(Problem problem) {
        String why = problem.why().isEmpty() ? "" : problem.why() + "\n";
        String text = why + (problem.fix().isEmpty() ? "" : "Fix: " + problem.fix());
        return text.isBlank() ? problem.what() : text;
    }

    private static Place place(Guard guard, Plan plan, Places places) {
        return plan.changes()
                .filter(change -> change.key().equals(guard.resource()))
                .map(change -> place(change, places))
                .findFirst()
                .orElse(places.root());
    }

    /**
     * The line that asks for the resource. One that is deleted stands in the file no more, so the nearest that does is
     * pointed at: its block ({@code databases}), or the file's first line.
     */
    private static Place place(Change change, Places places) {
        return change.desired()
                .map(Resource::place)
                .orElseGet(() -> places.of(block(change), change.key().name()));
    }

    private static String block(Change change) {
        if (change.key().type().equals("volume")) {
            return "volumes";
        }
        return switch (change.section()) {
            case INFRASTRUCTURE -> "infra";
            case DATABASES -> "databases";
            case SERVICES -> "services";
        };
    }

    private static Annotation annotation(Place place, Level level, String title, String message) {
        int line = Math.max(1, place.line());
        return new Annotation(
                place.file(),
                line,
                line,
                level,
                Visible.cut(Visible.line(title), Limits.ANNOTATION_TITLE),
                Visible.cut(Visible.lines(message), Limits.ANNOTATION_MESSAGE));
    }
}
