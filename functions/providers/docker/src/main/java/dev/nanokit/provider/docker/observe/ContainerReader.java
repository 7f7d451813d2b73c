package dev.nanokit.provider.docker.observe;

import dev.nanokit.engine.value.Value;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Reads a container back in the shape of a container's spec. What it has from its image and what the engine adds is
 * left out, so that what is left is what it was asked for.
 */
public final class ContainerReader {
    private static final BigDecimal NANO = BigDecimal.valueOf(1_000_000_000L);

    private final EngineView view;
    private final Path baseFolder;

    /** @param baseFolder where relative folders of the spec begin */
    public ContainerReader(EngineView view, Path baseFolder) {
        this.view = view;
        this.baseFolder = baseFolder;
    }

    /**
     * @param container the engine's whole answer
     * @param expected the spec it is to be compared with: where two forms mean the same, that one's is taken
     */
    public Value.Obj read(JsonNode container, Value.Obj expected) {
        JsonNode image = view.image(container.path("Image").asString(""))
                .map(found -> found.path("Config"))
                .orElse(container.path("nothing"));
        Map<String, Value> spec = new TreeMap<>();
        JsonNode config = container.path("Config");
        JsonNode host = container.path("HostConfig");
        spec.put("image", Value.text(image(container)));
        spec.put("command", command(config, image, expected));
        spec.put("env", env(config, image, expected));
        spec.put("ports", ports(host));
        spec.put("mounts", mounts(host, expected));
        spec.put("cpu", number(new BigDecimal(host.path("NanoCpus").asLong(0)).divide(NANO)));
        spec.put("memory", number(new BigDecimal(host.path("Memory").asLong(0))));
        spec.put("restart", Value.text(host.path("RestartPolicy").path("Name").asString("no")));
        if (expected.get("health") instanceof Value.Obj health
                && health.fields().containsKey("command")) {
            spec.put("health", health(config));
        }
        if (expected.get("files") instanceof Value.Obj files) {
            spec.put("files", files(container, files));
        }
        spec.putAll(new NetworkAttachment(view).read(container, expected));
        spec.put("state", Value.text(state(container.path("State"))));
        return Value.obj(spec);
    }

    /** The image as it was asked for; marked where the tag leads to another one by now. */
    private String image(JsonNode container) {
        String reference = container.path("Config").path("Image").asString("");
        boolean moved = view.imageId(reference)
                .filter(id -> !id.equals(container.path("Image").asString("")))
                .isPresent();
        return moved ? reference + " (an older one)" : reference;
    }

    private static Value command(JsonNode config, JsonNode image, Value.Obj expected) {
        List<String> words = Json.texts(config.path("Cmd"));
        boolean asked = !(expected.get("command") instanceof Value.Null);
        return !asked && words.equals(Json.texts(image.path("Cmd"))) ? Value.NULL : Json.textsOrNull(words);
    }

    private static Value env(JsonNode config, JsonNode image, Value.Obj expected) {
        Set<String> asked =
                expected.get("env") instanceof Value.Obj env ? env.fields().keySet() : Set.of();
        Set<String> fromImage = new HashSet<>(Json.texts(image.path("Env")));
        Map<String, Value> values = new TreeMap<>();
        for (String variable : Json.texts(config.path("Env"))) {
            int equals = variable.indexOf('=');
            String name = equals < 0 ? variable : variable.substring(0, equals);
            if (asked.contains(name) || !fromImage.contains(variable)) {
                values.put(name, Value.text(equals < 0 ? "" : variable.substring(equals + 1)));
            }
        }
        return Value.obj(values);
    }

    private static Value ports(JsonNode host) {
        Map<String, Value> ports = new TreeMap<>();
        host.path("PortBindings").properties().forEach(binding -> {
            String[] inside = binding.getKey().split("/", 2);
            binding.getValue().forEach(outside -> {
                String port = outside.path("HostPort").asString("");
                ports.put(port, Value.num(Long.parseLong(inside[0])));
            });
        });
        return Value.obj(ports);
    }

    private Value mounts(JsonNode host, Value.Obj expected) {
        Map<String, String> folders = expectedFolders(expected);
        Map<String, Value> mounts = new TreeMap<>();
        host.path("Mounts").forEach(mount -> {
            String source = mount.path("Source").asString("");
            boolean volume = mount.path("Type").asString("").equals("volume");
            Map<String, Value> fields = new TreeMap<>();
            fields.put(
                    volume ? "volume" : "folder", Value.text(volume ? source : folders.getOrDefault(source, source)));
            if (mount.path("ReadOnly").asBoolean(false)) {
                fields.put("readOnly", Value.bool(true));
            }
            mounts.put(mount.path("Target").asString(""), Value.obj(fields));
        });
        Json.texts(host.path("Binds")).forEach(bind -> mounts.put(bind, Value.text("added by hand")));
        return Value.obj(mounts);
    }

    /** The spec's folders by the absolute paths that the engine knows them under. */
    private Map<String, String> expectedFolders(Value.Obj expected) {
        Map<String, String> folders = new HashMap<>();
        if (expected.get("mounts") instanceof Value.Obj mounts) {
            mounts.fields().values().forEach(mount -> {
                if (mount instanceof Value.Obj fields && fields.get("folder") instanceof Value.Text(String folder)) {
                    folders.put(baseFolder.resolve(folder).normalize().toString(), folder);
                }
            });
        }
        return folders;
    }

    private static Value health(JsonNode config) {
        List<String> test = Json.texts(config.path("Healthcheck").path("Test"));
        return test.size() == 2 && test.getFirst().equals("CMD-SHELL")
                ? Value.obj(Map.of("command", Value.text(test.get(1))))
                : Json.textsOrNull(test);
    }

    private Value files(JsonNode container, Value.Obj expected) {
        Map<String, Value> contents = new TreeMap<>();
        ContainerFiles files = new ContainerFiles(view.engine());
        String id = container.path("Id").asString();
        expected.fields().keySet().forEach(path -> {
            Optional<String> content = files.read(id, path);
            contents.put(path, content.<Value>map(Value::text).orElse(Value.NULL));
        });
        return Value.obj(contents);
    }

    private static Value number(BigDecimal value) {
        return value.signum() == 0 ? Value.NULL : Value.num(value);
    }

    private static String state(JsonNode state) {
        if (state.path("Paused").asBoolean(false)) {
            return "paused";
        }
        if (state.path("Restarting").asBoolean(false)) {
            return "crashing again and again";
        }
        return state.path("Running").asBoolean(false) ? "running" : "stopped";
    }
}
