package dev.nanokit.github.flow.memory;

import dev.nanokit.engine.value.Value;
import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.CheckRun.Action;
import dev.nanokit.github.api.CheckRun.Annotation;
import dev.nanokit.github.api.CheckRun.Conclusion;
import dev.nanokit.github.api.CheckRun.Level;
import dev.nanokit.github.api.CheckRun.Status;
import dev.nanokit.github.report.markdown.Visible;
import dev.nanokit.state.table.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A check run as it is written down, to be shown even if GitHub can't be reached for a while. With as many annotations as
 * one call to GitHub takes.
 */
final class CheckRunText {
    private static final int MOST_ANNOTATIONS = 50;
    private static final int LONGEST_MESSAGE = 1_000;

    private CheckRunText() {}

    static Value.Obj write(CheckRun run) {
        return withoutAnnotations(run)
                .with(
                        "annotations",
                        Value.seq(run.annotations().stream()
                                .limit(MOST_ANNOTATIONS)
                                .map(CheckRunText::write)
                                .toList()));
    }

    static Value.Obj withoutAnnotations(CheckRun run) {
        return Value.obj(Map.of(
                "name", Value.text(run.name()),
                "sha", Value.text(run.headSha()),
                "external", Value.text(run.externalId()),
                "status", Value.text(run.status().name()),
                "conclusion", Value.text(run.conclusion().map(Enum::name).orElse("")),
                "title", Value.text(run.title()),
                "summary", Value.text(run.summary()),
                "text", Value.text(run.text()),
                "actions",
                        Value.seq(
                                run.actions().stream().map(CheckRunText::write).toList()),
                "details", Value.text(run.detailsUrl().orElse(""))));
    }

    private static Value write(Action action) {
        return Value.obj(Map.of(
                "label", Value.text(action.label()),
                "description", Value.text(action.description()),
                "identifier", Value.text(action.identifier())));
    }

    private static Value write(Annotation note) {
        return Value.obj(Map.of(
                "path", Value.text(note.path()),
                "line", Value.num(note.startLine()),
                "end", Value.num(note.endLine()),
                "level", Value.text(note.level().name()),
                "title", Value.text(note.title()),
                "message", Value.text(Visible.cut(note.message(), LONGEST_MESSAGE))));
    }

    static CheckRun read(Fields fields) {
        return new CheckRun(
                fields.text("name"),
                fields.text("sha"),
                fields.text("external"),
                Status.valueOf(fields.text("status")),
                given(fields.text("conclusion")).map(Conclusion::valueOf),
                fields.text("title"),
                fields.text("summary"),
                fields.text("text"),
                annotations(fields),
                fields.objects("actions").stream().map(CheckRunText::action).toList(),
                given(fields.text("details")));
    }

    private static Action action(Fields fields) {
        return new Action(fields.text("label"), fields.text("description"), fields.text("identifier"));
    }

    private static List<Annotation> annotations(Fields fields) {
        return fields.object().get("annotations") instanceof Value.Null
                ? List.of()
                : fields.objects("annotations").stream()
                        .map(CheckRunText::annotation)
                        .toList();
    }

    private static Annotation annotation(Fields fields) {
        return new Annotation(
                fields.text("path"),
                Math.toIntExact(fields.number("line")),
                Math.toIntExact(fields.number("end")),
                Level.valueOf(fields.text("level")),
                fields.text("title"),
                fields.text("message"));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }
}
