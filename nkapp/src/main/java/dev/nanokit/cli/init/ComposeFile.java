package dev.nanokit.cli.init;

import dev.nanokit.engine.config.shape.LegalName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** As much of a compose file as has the same meaning in nanokit.yml: images, builds, ports, order, databases. */
final class ComposeFile {
    private static final Pattern PORT = Pattern.compile("(?:[0-9.]+:)?(\\d{1,5}):(\\d{1,5})(?:/tcp)?");
    private static final Pattern DATABASE =
            Pattern.compile("(?:.*/)?(postgres|mysql|mongo|redis)(?::(\\d+(?:\\.\\d+)*).*|:.*)?");
    private static final Set<String> TAKEN = Set.of("image", "build", "ports", "depends_on");

    private final String fileName;
    private final List<Found.Service> services = new ArrayList<>();
    private final List<Found.Database> databases = new ArrayList<>();
    private final List<String> notTaken = new ArrayList<>();

    private ComposeFile(String fileName) {
        this.fileName = fileName;
    }

    static Found read(String fileName, String text) {
        ComposeFile file = new ComposeFile(fileName);
        Object root;
        try {
            root = new Load(LoadSettings.builder().setLabel(fileName).build()).loadFromString(text);
        } catch (YamlEngineException e) {
            return new Found(
                    List.of(), List.of(), List.of(), List.of(fileName + " was not made use of: it can't be read"));
        }
        map(map(root).get("services")).forEach((name, service) -> file.service(name, map(service)));
        return file.found();
    }

    private Found found() {
        List<String> seen = new ArrayList<>();
        if (!services.isEmpty()) {
            seen.add("Found services in " + fileName + ": "
                    + String.join(
                            ", ", services.stream().map(Found.Service::name).toList()) + ".");
        }
        if (!databases.isEmpty()) {
            seen.add("Found databases in " + fileName + ": "
                    + String.join(
                            ", ", databases.stream().map(Found.Database::name).toList()) + ".");
        }
        return new Found(services, databases, seen, notTaken);
    }

    private void service(String rawName, Map<String, Object> service) {
        String name = LegalName.nearest(rawName);
        Optional<String> image = text(service.get("image"));
        Matcher database = DATABASE.matcher(image.orElse(""));
        if (database.matches()) {
            String version = database.group(2) == null ? "" : database.group(2);
            databases.add(new Found.Database(name, database.group(1), version));
            return;
        }
        Optional<String> build = build(service.get("build"));
        if (image.isEmpty() && build.isEmpty()) {
            notTaken.add(rawName + ": it has neither an image nor a build");
            return;
        }
        Matcher port = PORT.matcher(first(service.get("ports")).orElse(""));
        boolean published = port.matches();
        services.add(new Found.Service(
                name,
                build.isPresent() ? "build" : "image",
                build.or(() -> image).orElseThrow(),
                published ? OptionalInt.of(Integer.parseInt(port.group(1))) : OptionalInt.empty(),
                published ? OptionalInt.of(Integer.parseInt(port.group(2))) : OptionalInt.empty(),
                names(service.get("depends_on"))));
        Set<String> rest = new TreeSet<>(service.keySet());
        rest.removeAll(TAKEN);
        if (!rest.isEmpty()) {
            notTaken.add(rawName + ": " + String.join(", ", rest));
        }
    }

    private static Optional<String> build(Object build) {
        return build instanceof Map<?, ?> ? text(map(build).get("context")) : text(build);
    }

    private static Optional<String> first(Object ports) {
        return ports instanceof List<?> list && !list.isEmpty() ? text(list.getFirst()) : Optional.empty();
    }

    private static List<String> names(Object dependsOn) {
        List<?> names = dependsOn instanceof List<?> list
                ? list
                : List.copyOf(map(dependsOn).keySet());
        return names.stream().map(String::valueOf).map(LegalName::nearest).toList();
    }

    private static Optional<String> text(Object value) {
        return value instanceof String || value instanceof Number
                ? Optional.of(String.valueOf(value))
                : Optional.empty();
    }

    private static Map<String, Object> map(Object value) {
        Map<String, Object> map = new java.util.LinkedHashMap<>();
        if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, entry) -> map.put(String.valueOf(key), entry));
        }
        return map;
    }
}
