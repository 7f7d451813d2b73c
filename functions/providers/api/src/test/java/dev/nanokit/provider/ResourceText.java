package dev.nanokit.provider;

import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.source.ProblemFormat;
import dev.nanokit.engine.value.Value;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A compilation as text that a person can review. */
public final class ResourceText {
    private final StringBuilder text = new StringBuilder();

    private ResourceText() {}

    public static String of(Compilation compilation) {
        ResourceText shown = new ResourceText();
        compilation.resources().stream()
                .sorted(Comparator.comparing(Resource::key))
                .forEach(shown::add);
        if (!compilation.problems().isEmpty()) {
            shown.text.append(ProblemFormat.render(compilation.problems()));
        }
        return shown.text.toString();
    }

    private void add(Resource resource) {
        line(0, resource.key() + " [" + resource.section() + "]");
        line(1, "at " + resource.place());
        if (resource.management() != Management.MANAGED) {
            line(1, "is " + resource.management());
        }
        if (resource.holdsData()) {
            line(1, "holds data");
        }
        list("depends on", keys(resource.dependsOn()));
        list("updated after", keys(resource.updateAfter()));
        list("made anew for", resource.replaceOn().stream().sorted().toList());
        list("claims", resource.claims().stream().sorted().toList());
        fields(1, resource.spec());
        text.append('\n');
    }

    private static List<String> keys(Collection<ResourceKey> keys) {
        return keys.stream().sorted().map(ResourceKey::toString).toList();
    }

    private void list(String what, List<String> items) {
        if (!items.isEmpty()) {
            line(1, what + " " + String.join(", ", items));
        }
    }

    private void fields(int depth, Value.Obj object) {
        object.fields().forEach((name, value) -> {
            if (value instanceof Value.Obj inner && !inner.fields().isEmpty()) {
                line(depth, name + ":");
                fields(depth + 1, inner);
            } else {
                line(depth, name + ": " + shown(value).replace("\n", "\n" + "  ".repeat(depth + 1)));
            }
        });
    }

    private static String shown(Value value) {
        return switch (value) {
            case Value.Null ignored -> "nothing";
            case Value.Bool bool -> Boolean.toString(bool.value());
            case Value.Num number -> number.value().toPlainString();
            case Value.Text plain ->
                plain.value().contains("\n") ? "|\n" + plain.value().stripTrailing() : plain.value();
            case Value.Seq seq ->
                seq.items().stream().map(ResourceText::shown).collect(Collectors.joining(", ", "[", "]"));
            case Value.Obj obj ->
                obj.fields().entrySet().stream()
                        .map(field -> field.getKey() + ": " + shown(field.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case Value.Ref ref -> "<" + ref.output() + " of " + ref.resource() + ">";
            case Value.Template template ->
                template.parts().stream().map(ResourceText::shown).collect(Collectors.joining());
            case Value.Unknown unknown -> "<unknown " + unknown.source() + ">";
            case Value.Hidden hidden -> hidden.secret().toString();
        };
    }

    private void line(int depth, String content) {
        text.append("  ".repeat(depth)).append(content).append('\n');
    }
}
