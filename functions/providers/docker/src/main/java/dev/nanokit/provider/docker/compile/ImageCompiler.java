package dev.nanokit.provider.docker.compile;

import dev.nanokit.engine.config.Service;
import dev.nanokit.engine.config.Service.Source;
import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The image of a service: one that is pulled, or one that is built here and tagged with the digest of its sources. */
final class ImageCompiler {
    private static final int TAG_DIGITS = 12;

    private final Scope scope;

    ImageCompiler(Scope scope) {
        this.scope = scope;
    }

    /** @param built the resource that must be there first; empty for an image that is pulled */
    record Image(String reference, Optional<Resource> built) {}

    Image compile(Service service) {
        return switch (service.source()) {
            case Source.Image image -> new Image(image.reference(), Optional.empty());
            case Source.Build build -> built(service, fromDockerfile(build));
            case Source.OnRuntime runtime -> built(service, onRuntime(service, runtime));
        };
    }

    private static Map<String, Value> fromDockerfile(Source.Build build) {
        Map<String, Value> spec = new TreeMap<>();
        spec.put("folder", Value.text(build.context()));
        build.dockerfile().ifPresent(file -> spec.put("dockerfile", Value.text(file)));
        build.target().ifPresent(target -> spec.put("target", Value.text(target)));
        if (!build.args().isEmpty()) {
            Map<String, Value> args = new TreeMap<>();
            build.args().forEach((name, value) -> args.put(name, Value.text(value)));
            spec.put("args", Value.obj(args));
        }
        return spec;
    }

    private Map<String, Value> onRuntime(Service service, Source.OnRuntime runtime) {
        if (runtime.start().isEmpty() && service.start().isEmpty()) {
            scope.error(
                    scope.place("services", service.name(), "runtime"),
                    "service '" + service.name() + "' has nothing to start",
                    "Neither the service nor the runtime '" + runtime.name() + "' has a start command.",
                    "Give the runtime or the service a 'start'.");
        }
        Map<String, Value> spec = new TreeMap<>();
        spec.put("folder", Value.text(service.path().orElse(".")));
        spec.put("instructions", Value.text(instructions(runtime)));
        return spec;
    }

    private static String instructions(Source.OnRuntime runtime) {
        StringBuilder text = new StringBuilder("FROM " + runtime.image() + "\nWORKDIR /app\nCOPY . .\n");
        runtime.install()
                .ifPresent(install ->
                        text.append("RUN ").append(json(shell(install))).append('\n'));
        runtime.start()
                .ifPresent(
                        start -> text.append("CMD ").append(json(shell(start))).append('\n'));
        return text.toString();
    }

    private static List<String> shell(String command) {
        return List.of("/bin/sh", "-c", command);
    }

    private static String json(List<String> words) {
        return words.stream()
                .map(word ->
                        '"' + word.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"')
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private Image built(Service service, Map<String, Value> spec) {
        scope.sources().digest(service.name()).ifPresent(digest -> spec.put("sources", Value.text(digest)));
        String reference = scope.names().onEngine(service.name()) + ":" + tag(spec);
        spec.put("tag", Value.text(reference));
        spec.put("service", Value.text(service.name()));
        Resource resource = new Resource(
                Kinds.image(service.name()),
                Section.SERVICES,
                Management.MANAGED,
                Value.obj(spec),
                Set.of(),
                Set.of(),
                false,
                Set.of(),
                Set.of(),
                scope.place("services", service.name(), "build"));
        return new Image(reference, Optional.of(resource));
    }

    private static String tag(Map<String, Value> spec) {
        return new Sha256().add(ValueJson.write(Value.obj(spec))).hex().substring(0, TAG_DIGITS);
    }
}
