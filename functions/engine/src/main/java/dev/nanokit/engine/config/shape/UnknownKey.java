package dev.nanokit.engine.config.shape;

import dev.nanokit.engine.config.tree.Path;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import java.util.Map;
import java.util.Optional;

/** A key that is not known where it stands: what was probably meant, or where it belongs. */
final class UnknownKey {
    private UnknownKey() {}

    static Problem problem(String key, Place place, Fields fields, Path path) {
        String shown = Found.cut(key);
        String what = path.isRoot() ? "unknown key '" + shown + "'" : path + ": unknown key '" + shown + "'";
        Optional<String> renamed = otherName(key, fields);
        if (renamed.isPresent()) {
            return Problem.error(place, what, known(fields), "Write " + renamed.get() + ".");
        }
        Optional<String> near = Nearest.of(key, fields.fields().keySet());
        Optional<String> elsewhere = KeyPlaces.of(key);
        if (elsewhere.isPresent()) {
            String fix = "Move it there"
                    + near.map(word -> ", or write " + word + " if that was meant")
                            .orElse("");
            return Problem.error(place, what, "It belongs " + elsewhere.get() + ".", fix + ".");
        }
        return Problem.error(
                place,
                what,
                known(fields),
                near.map(word -> "Write " + word + ".")
                        .or(() -> nearestElsewhere(key))
                        .orElse("Remove it. Keys of your own stand at the top level and begin with "
                                + Vocabulary.OWN_PREFIX + "."));
    }

    private static Optional<String> otherName(String key, Fields fields) {
        return fields.fields().entrySet().stream()
                .filter(entry -> Nearest.sameBut(key, entry.getKey())
                        || entry.getValue().alsoCalled().contains(key))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Optional<String> nearestElsewhere(String key) {
        return Nearest.of(key, KeyPlaces.keys())
                .flatMap(word -> KeyPlaces.of(word).map(at -> "If " + word + " was meant: it belongs " + at + "."));
    }

    private static String known(Fields fields) {
        return "Known here: " + String.join(", ", fields.fields().keySet()) + ".";
    }
}
