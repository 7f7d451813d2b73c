package dev.nanokit.github.plans;

import dev.nanokit.engine.plan.Action;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.FieldChange;
import dev.nanokit.engine.plan.Guard;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Phase;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plan as it was shown, read back from the JSON in which it is kept. To be looked at, never to be applied: of the
 * resources, it has no more than what was shown.
 */
final class StoredPlan {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern WARNING = Pattern.compile("(.*?):(\\d{1,9}):(\\d{1,9}): (.*)", Pattern.DOTALL);
    private static final String NEW = "not there yet";

    private StoredPlan() {}

    static Plan read(String json) {
        JsonNode plan = JSON.readTree(json);
        List<List<Change>> waves = new ArrayList<>();
        List<Change.NoOp> unchanged = new ArrayList<>();
        for (JsonNode node : plan.path("changes")) {
            Change change = change(node);
            int wave = node.path("wave").asInt(0);
            if (change instanceof Change.NoOp stays) {
                unchanged.add(stays);
            } else {
                while (waves.size() < wave) {
                    waves.add(new ArrayList<>());
                }
                waves.get(wave - 1).add(change);
            }
        }
        return new Plan(
                text(plan, "id"),
                text(plan, "project"),
                text(plan, "environment"),
                text(plan, "component"),
                text(plan, "commit"),
                plan.path("serial").asLong(0),
                waves,
                unchanged,
                list(plan, "warnings").stream()
                        .map(line -> warning(line.asString()))
                        .toList(),
                list(plan, "guards").stream().map(StoredPlan::guard).toList(),
                plan.path("blockedOn").asStringOpt(),
                text(plan, "digest"));
    }

    private static Change change(JsonNode node) {
        Resource resource = resource(node);
        Optional<String> id = node.path("id").asStringOpt();
        Observed observed = new Observed(id.orElse(""), Optional.empty(), Value.Obj.EMPTY, Value.Obj.EMPTY);
        List<String> reasons =
                list(node, "reasons").stream().map(JsonNode::asString).toList();
        List<FieldChange> fields =
                list(node, "fields").stream().map(StoredPlan::field).toList();
        Optional<RecordedResource> recorded = Optional.empty();
        return switch (action(text(node, "action"))) {
            case CREATE ->
                new Change.Create(
                        resource,
                        reasons.equals(List.of(NEW)) ? recorded : Optional.of(recorded(resource, id)),
                        reasons,
                        fields);
            case UPDATE -> new Change.Update(resource, recorded, observed, reasons, fields);
            case REPLACE -> new Change.Replace(resource, recorded, observed, reasons, fields);
            case ADOPT -> new Change.Adopt(resource, recorded, observed, reasons, fields);
            case DELETE -> new Change.Delete(recorded(resource, id), Optional.empty(), reasons, fields);
            case NO_OP -> new Change.NoOp(resource, recorded, id, reasons);
        };
    }

    private static Action action(String word) {
        for (Action action : Action.values()) {
            if (action.word().equals(word)) {
                return action;
            }
        }
        throw new IllegalArgumentException("a plan has no action '" + word + "'");
    }

    private static Resource resource(JsonNode node) {
        return new Resource(
                key(node),
                Section.valueOf(text(node, "section").toUpperCase(Locale.ROOT)),
                Management.MANAGED,
                Value.Obj.EMPTY,
                Set.of(),
                Set.of(),
                false,
                Set.of(),
                Set.of(),
                new Place("", 1, 1));
    }

    private static RecordedResource recorded(Resource resource, Optional<String> id) {
        return new RecordedResource(
                resource.key(),
                "",
                resource.section(),
                Phase.READY,
                id,
                Value.Obj.EMPTY,
                Value.Obj.EMPTY,
                Set.of(),
                false,
                Set.of(),
                "",
                0);
    }

    private static FieldChange field(JsonNode node) {
        return new FieldChange(
                text(node, "path"),
                value(node.path("before")),
                value(node.path("after")),
                node.path("sensitive").asBoolean(false));
    }

    private static Value value(JsonNode node) {
        if (node.isObject()) {
            Map<String, Value> fields = new TreeMap<>();
            node.forEachEntry((name, field) -> fields.put(name, value(field)));
            return Value.obj(fields);
        }
        if (node.isArray()) {
            return Value.seq(elements(node).stream().map(StoredPlan::value).toList());
        }
        if (node.isNumber()) {
            return new Value.Num(new BigDecimal(node.asString()));
        }
        return node.isBoolean()
                ? new Value.Bool(node.booleanValue())
                : node.isString() ? Value.text(node.stringValue()) : Value.NULL;
    }

    private static Guard guard(JsonNode node) {
        return new Guard(key(node), action(text(node, "action")), text(node, "what"));
    }

    private static ResourceKey key(JsonNode node) {
        return new ResourceKey(text(node, "type"), text(node, "name"));
    }

    private static Problem warning(String line) {
        Matcher parts = WARNING.matcher(line);
        return parts.matches()
                ? Problem.warning(
                        new Place(parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3))),
                        parts.group(4),
                        "",
                        "")
                : Problem.warning(new Place("nanokit.yml", 1, 1), line, "", "");
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static List<JsonNode> list(JsonNode node, String name) {
        return elements(node.path(name));
    }

    private static List<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).toList();
    }
}
