package dev.nanokit.engine.plan;

import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.value.Leaves;
import dev.nanokit.engine.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In what a resource differs from what it is to be.
 *
 * @param asked what the file asks for that was not applied yet
 * @param found what is there otherwise than the file asks for, though it had been applied
 */
record Differences(List<FieldChange> asked, List<FieldChange> found) {
    /** Of what was applied whole: the record tells what the file changed, what is observed tells the rest. */
    static Differences sinceApplied(Value.Obj recorded, Observed observed, Value.Obj spec, SpecDiff diff) {
        List<FieldChange> asked = diff.between(recorded, spec);
        Set<String> paths = asked.stream().map(FieldChange::path).collect(Collectors.toSet());
        List<FieldChange> found = fromObserved(observed, spec, diff).stream()
                .filter(change -> !isWithin(change.path(), paths))
                .toList();
        return new Differences(asked, found);
    }

    /**
     * Of what was begun and perhaps not finished: what is observed counts, and the record only for fields that can't be
     * read back.
     */
    static Differences sinceBegun(Value.Obj recorded, Observed observed, Value.Obj spec, SpecDiff diff) {
        Set<String> readBack = observed.spec().fields().keySet();
        List<FieldChange> unseen = diff.between(without(recorded, readBack), without(spec, readBack));
        return new Differences(
                Stream.concat(fromObserved(observed, spec, diff).stream(), unseen.stream())
                        .toList(),
                List.of());
    }

    /** Of what is not recorded: only what can be read back can be told. */
    static Differences sinceFound(Observed observed, Value.Obj spec, SpecDiff diff) {
        return new Differences(fromObserved(observed, spec, diff), List.of());
    }

    boolean isEmpty() {
        return asked.isEmpty() && found.isEmpty();
    }

    List<FieldChange> all() {
        return Stream.concat(asked.stream(), found.stream()).toList();
    }

    /** Whether one of them can't be changed in place. */
    boolean needReplacement(Resource desired) {
        return Stream.concat(asked.stream(), found.stream()).anyMatch(change -> isFixed(change, desired));
    }

    /** The differences in words; those that come from a resource it depends on name that one. */
    Stream<String> reasons(Resource desired, Function<Value.Ref, String> dependency) {
        Stream<String> asking = asked.stream().flatMap(change -> {
            Set<String> causes = new LinkedHashSet<>();
            Leaves.forEach(change.after(), leaf -> {
                if (leaf instanceof Value.Unknown(Value.Ref source)) {
                    causes.add(dependency.apply(source));
                }
            });
            return causes.isEmpty() ? Stream.of(Reasons.changed(change, isFixed(change, desired))) : causes.stream();
        });
        Stream<String> finding = found.stream().map(change -> Reasons.drifted(change, isFixed(change, desired)));
        return Stream.concat(asking, finding).distinct();
    }

    private static boolean isFixed(FieldChange change, Resource desired) {
        int dot = change.path().indexOf('.');
        String top = dot < 0 ? change.path() : change.path().substring(0, dot);
        return desired.replaceOn().contains(top);
    }

    private static List<FieldChange> fromObserved(Observed observed, Value.Obj spec, SpecDiff diff) {
        Map<String, Value> readBack = new TreeMap<>(spec.fields());
        readBack.keySet().retainAll(observed.spec().fields().keySet());
        return diff.between(observed.spec(), Value.obj(readBack));
    }

    private static Value.Obj without(Value.Obj object, Set<String> names) {
        Map<String, Value> fields = new TreeMap<>(object.fields());
        fields.keySet().removeAll(names);
        return Value.obj(fields);
    }

    private static boolean isWithin(String path, Set<String> paths) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
            if (paths.contains(path.substring(0, end))) {
                return true;
            }
        }
        return false;
    }
}
