package dev.nanokit.engine.plan;

import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.source.ProblemJson;
import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All of a plan but its changes, which are kept one by one ({@link ChangeCodec}).
 *
 * @param waves how many changes each wave has
 */
public record PlanHead(
        String id,
        String project,
        String environment,
        String component,
        String commit,
        long serial,
        List<Integer> waves,
        List<Problem> warnings,
        List<Guard> guards,
        Optional<String> blockedOn,
        String digest) {
    public PlanHead {
        waves = List.copyOf(waves);
        warnings = List.copyOf(warnings);
        guards = List.copyOf(guards);
    }

    public static PlanHead of(Plan plan) {
        return new PlanHead(
                plan.id(),
                plan.project(),
                plan.environment(),
                plan.component(),
                plan.commit(),
                plan.serial(),
                plan.waves().stream().map(List::size).toList(),
                plan.warnings(),
                plan.guards(),
                plan.blockedOn(),
                plan.digest());
    }

    /** How many changes there are. */
    public int size() {
        return waves.stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * The whole plan again.
     *
     * @param changes in the order of the waves
     * @throws IllegalArgumentException when there are more or fewer changes than the waves have
     */
    public Plan with(List<Change> changes, List<Change.NoOp> unchanged) {
        if (changes.size() != size()) {
            throw new IllegalArgumentException("the plan has " + size() + " changes, and " + changes.size() + " came");
        }
        List<List<Change>> filled = new ArrayList<>();
        int from = 0;
        for (int wave : waves) {
            filled.add(changes.subList(from, from + wave));
            from += wave;
        }
        return new Plan(
                id,
                project,
                environment,
                component,
                commit,
                serial,
                filled,
                unchanged,
                warnings,
                guards,
                blockedOn,
                digest);
    }

    public String json() {
        Map<String, Value> fields = new TreeMap<>();
        fields.put("id", Value.text(id));
        fields.put("project", Value.text(project));
        fields.put("environment", Value.text(environment));
        fields.put("component", Value.text(component));
        fields.put("commit", Value.text(commit));
        fields.put("serial", Value.num(serial));
        fields.put("waves", Value.seq(waves.stream().map(Value::num).toList()));
        fields.put("warnings", ProblemJson.writeAll(warnings));
        fields.put("guards", Value.seq(guards.stream().map(PlanHead::write).toList()));
        blockedOn.ifPresent(why -> fields.put("blockedOn", Value.text(why)));
        fields.put("digest", Value.text(digest));
        return ValueJson.write(Value.obj(fields));
    }

    /** @throws IllegalArgumentException when the text is not what {@link #json} gives; names the field */
    public static PlanHead read(String json) {
        JsonFields fields = JsonFields.parse(json);
        return new PlanHead(
                fields.text("id"),
                fields.text("project"),
                fields.text("environment"),
                fields.text("component"),
                fields.text("commit"),
                fields.number("serial"),
                fields.numbers("waves").stream().map(Math::toIntExact).toList(),
                ProblemJson.readAll(fields.list("warnings")),
                fields.list("guards").stream().map(PlanHead::guard).toList(),
                fields.optionalText("blockedOn"),
                fields.text("digest"));
    }

    private static Value write(Guard guard) {
        return Value.obj(Map.of(
                "resource", Value.text(guard.resource().toString()),
                "action", Value.text(JsonFields.word(guard.action())),
                "what", Value.text(guard.what())));
    }

    private static Guard guard(JsonFields fields) {
        return new Guard(
                ResourceKey.parse(fields.text("resource")), fields.word("action", Action.class), fields.text("what"));
    }
}
