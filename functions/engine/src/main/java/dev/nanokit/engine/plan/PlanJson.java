package dev.nanokit.engine.plan;

import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.value.JsonText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/**
 * A plan as the JSON object that {@code nkapp plan --json} prints:
 *
 * <ul>
 *   <li>{@code project, environment, component, serial, digest, commit, id};
 *   <li>{@code changes}: first wave by wave, {@code wave} beginning at 1, then the no-ops with {@code "wave": null}.
 *       {@code id} is the provider's own, or null; {@code before} and {@code after} are JSON values, null where there is
 *       nothing, {@code "(known after apply)"} and {@code "(sensitive)"} where there is nothing to show;
 *   <li>{@code summary}: how many changes of each action;
 *   <li>{@code warnings}: one line of text each, {@code file:line:column: what; why; fix};
 *   <li>{@code guards}: {@code type, name, action, what} of each change that loses data;
 *   <li>{@code blockedOn}: why nothing can be applied yet, or null.
 * </ul>
 *
 * Holds no secret, not even sealed.
 */
public final class PlanJson {
    private PlanJson() {}

    public static String write(Plan plan) {
        return JsonText.compact(out -> write(plan, out, true));
    }

    /** The same, indented, for people and files. */
    public static String writePretty(Plan plan) {
        return JsonText.pretty(out -> write(plan, out, true));
    }

    /** With an empty list of changes, but the summary of all of them. */
    static String writeWithoutChanges(Plan plan) {
        return JsonText.compact(out -> write(plan, out, false));
    }

    private static void write(Plan plan, JsonGenerator out, boolean withChanges) {
        out.writeStartObject();
        out.writeStringProperty("project", plan.project());
        out.writeStringProperty("environment", plan.environment());
        out.writeStringProperty("component", plan.component());
        out.writeNumberProperty("serial", plan.serial());
        out.writeStringProperty("digest", plan.digest());
        out.writeStringProperty("commit", plan.commit());
        out.writeStringProperty("id", plan.id());
        out.writeArrayPropertyStart("changes");
        if (withChanges) {
            writeChanges(plan, out);
        }
        out.writeEndArray();
        writeSummary(plan, out);
        out.writeArrayPropertyStart("warnings");
        plan.warnings().forEach(warning -> out.writeString(line(warning)));
        out.writeEndArray();
        writeGuards(plan.guards(), out);
        writeNullable(out, "blockedOn", plan.blockedOn().orElse(null));
        out.writeEndObject();
    }

    private static void writeChanges(Plan plan, JsonGenerator out) {
        ChangeJson changes = new ChangeJson(out);
        for (int wave = 0; wave < plan.waves().size(); wave++) {
            for (Change change : plan.waves().get(wave)) {
                changes.write(change, wave + 1);
            }
        }
        plan.unchanged().forEach(changes::writeApart);
    }

    private static void writeSummary(Plan plan, JsonGenerator out) {
        out.writeObjectPropertyStart("summary");
        for (Action action : Action.values()) {
            String name = action.name().toLowerCase(Locale.ROOT).replace("_", "");
            out.writeNumberProperty(name, plan.count(action));
        }
        out.writeEndObject();
    }

    private static void writeGuards(List<Guard> guards, JsonGenerator out) {
        out.writeArrayPropertyStart("guards");
        for (Guard guard : guards) {
            out.writeStartObject();
            out.writeStringProperty("type", guard.resource().type());
            out.writeStringProperty("name", guard.resource().name());
            out.writeStringProperty("action", guard.action().word());
            out.writeStringProperty("what", guard.what());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** A problem in one line. */
    private static String line(Problem problem) {
        return problem.place() + ": "
                + Stream.of(problem.what(), problem.why(), problem.fix())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("; "));
    }

    static void writeNullable(JsonGenerator out, String name, String textOrNull) {
        if (textOrNull == null) {
            out.writeNullProperty(name);
        } else {
            out.writeStringProperty(name, textOrNull);
        }
    }
}
