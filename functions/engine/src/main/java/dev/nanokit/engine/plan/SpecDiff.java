package dev.nanokit.engine.plan;

import dev.nanokit.engine.value.Leaves;
import dev.nanokit.engine.value.Resolver;
import dev.nanokit.engine.value.SealingKey;
import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares specs field by field. Objects are compared key by key, lists item by item where they are of one length and
 * as a whole where not. Nothing, an empty list and an empty object are the same. Secrets are compared by their digests,
 * with plain text too; one that has not been looked up is taken for unchanged while its source is.
 */
final class SpecDiff {
    private final SealingKey key;

    SpecDiff(SealingKey key) {
        this.key = key;
    }

    /** What differs, in the order of the fields; secrets in the answer are sealed. */
    List<FieldChange> between(Value.Obj before, Value.Obj after) {
        List<FieldChange> changes = new ArrayList<>();
        compareFields("", before, after, changes);
        return changes;
    }

    private void compare(String path, Value before, Value after, List<FieldChange> changes) {
        if (before.equals(after) || (isNothing(before) && isNothing(after))) {
            return;
        }
        if (isObjectOrNothing(before) && isObjectOrNothing(after)) {
            compareFields(path + ".", fieldsOf(before), fieldsOf(after), changes);
        } else if (before instanceof Value.Seq(List<Value> old)
                && after instanceof Value.Seq(List<Value> young)
                && old.size() == young.size()) {
            for (int i = 0; i < old.size(); i++) {
                compare(path + "." + i, old.get(i), young.get(i), changes);
            }
        } else if (!isSameSecret(before, after)) {
            changes.add(change(path, before, after));
        }
    }

    private void compareFields(String prefix, Value.Obj before, Value.Obj after, List<FieldChange> changes) {
        if (before.equals(after)) {
            return;
        }
        Set<String> names = new TreeSet<>(before.fields().keySet());
        names.addAll(after.fields().keySet());
        names.forEach(name -> compare(prefix + name, before.get(name), after.get(name), changes));
    }

    private FieldChange change(String path, Value before, Value after) {
        boolean sensitive = Leaves.firstSecret(before).isPresent()
                || Leaves.firstSecret(after).isPresent();
        if (!sensitive) {
            return new FieldChange(path, before, after, false);
        }
        String source = Leaves.firstSecret(after)
                .or(() -> Leaves.firstSecret(before))
                .orElseThrow()
                .source();
        return new FieldChange(path, concealed(before, source), concealed(after, source), true);
    }

    private Value concealed(Value value, String source) {
        return Resolver.seal(Concealment.conceal(value, source), key);
    }

    private boolean isSameSecret(Value before, Value after) {
        if (before instanceof Value.Hidden(Secret old) && after instanceof Value.Hidden(Secret young)) {
            return isSame(old.seal(key), young.seal(key));
        }
        return (before instanceof Value.Hidden(Secret secret) && isContent(secret, after))
                || (after instanceof Value.Hidden(Secret other) && isContent(other, before));
    }

    private static boolean isSame(Secret before, Secret after) {
        Optional<String> digest = before.digest();
        return (digest.isPresent() && after.digest().isPresent())
                ? digest.equals(after.digest())
                : before.source().equals(after.source());
    }

    private boolean isContent(Secret secret, Value plain) {
        return isScalar(plain) && secret.seal(key).digest().equals(Optional.of(key.digest(Concealment.textOf(plain))));
    }

    private static boolean isScalar(Value value) {
        return value instanceof Value.Text || value instanceof Value.Num || value instanceof Value.Bool;
    }

    private static boolean isNothing(Value value) {
        return value instanceof Value.Null
                || (value instanceof Value.Seq(List<Value> items) && items.isEmpty())
                || (value instanceof Value.Obj object && object.fields().isEmpty());
    }

    private static boolean isObjectOrNothing(Value value) {
        return value instanceof Value.Obj || isNothing(value);
    }

    private static Value.Obj fieldsOf(Value value) {
        return value instanceof Value.Obj object ? object : Value.Obj.EMPTY;
    }
}
