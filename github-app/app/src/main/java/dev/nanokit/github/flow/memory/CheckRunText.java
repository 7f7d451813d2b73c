package dev.nanokit.github.flow.memory;

import dev.nanokit.engine.value.Value;
import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.CheckRun.Action;
import dev.nanokit.github.api.CheckRun.Conclusion;
import dev.nanokit.github.api.CheckRun.Status;
import dev.nanokit.state.table.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A check run as it is written down, to be shown even if GitHub can't be reached for a while. Without annotations. */
final class CheckRunText {
    private CheckRunText() {}

    static Value.Obj write(CheckRun run) {
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

    private static Value.Obj write(Action action) {
        return Value.obj(Map.of(
                "label", Value.text(action.label()),
                "description", Value.text(action.description()),
                "identifier", Value.text(action.identifier())));
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
                List.of(),
                fields.objects("actions").stream().map(CheckRunText::action).toList(),
                given(fields.text("details")));
    }

    private static Action action(Fields fields) {
        return new Action(fields.text("label"), fields.text("description"), fields.text("identifier"));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }
}
