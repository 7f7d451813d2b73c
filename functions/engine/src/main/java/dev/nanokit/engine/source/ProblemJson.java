package dev.nanokit.engine.source;

import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import java.util.List;
import java.util.Map;

/** Problems and their places as JSON values, in the form in which they are kept. */
public final class ProblemJson {
    private ProblemJson() {}

    public static Value.Seq writeAll(List<Problem> problems) {
        return Value.seq(problems.stream().map(ProblemJson::write).toList());
    }

    public static Value.Obj write(Problem problem) {
        return Value.obj(Map.of(
                "severity", Value.text(JsonFields.word(problem.severity())),
                "place", write(problem.place()),
                "what", Value.text(problem.what()),
                "why", Value.text(problem.why()),
                "fix", Value.text(problem.fix())));
    }

    public static Value.Obj write(Place place) {
        return Value.obj(Map.of(
                "file", Value.text(place.file()),
                "line", Value.num(place.line()),
                "column", Value.num(place.column())));
    }

    /** @throws IllegalArgumentException when the list is not what {@link #writeAll} gives; names the field */
    public static List<Problem> readAll(List<JsonFields> problems) {
        return problems.stream().map(ProblemJson::read).toList();
    }

    private static Problem read(JsonFields fields) {
        return new Problem(
                fields.word("severity", Problem.Severity.class),
                place(fields.fields("place")),
                fields.text("what"),
                fields.text("why"),
                fields.text("fix"));
    }

    public static Place place(JsonFields fields) {
        return new Place(
                fields.text("file"), Math.toIntExact(fields.number("line")), Math.toIntExact(fields.number("column")));
    }
}
