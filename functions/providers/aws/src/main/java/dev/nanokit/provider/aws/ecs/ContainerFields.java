package dev.nanokit.provider.aws.ecs;

import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.aws.reconcile.Specs;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.HealthCheck;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.LogConfiguration;
import software.amazon.awssdk.services.ecs.model.LogDriver;
import software.amazon.awssdk.services.ecs.model.PortMapping;
import software.amazon.awssdk.services.ecs.model.Secret;
import software.amazon.awssdk.services.ecs.model.TransportProtocol;

/** The one container of a task: between the fields of a spec and ECS's own form. */
final class ContainerFields {
    private static final String SHELL = "CMD-SHELL";
    private static final String LOG_GROUP = "awslogs-group";

    private ContainerFields() {}

    static ContainerDefinition of(Value.Obj spec, String region) {
        String name = spec.text("container");
        ContainerDefinition.Builder container = ContainerDefinition.builder()
                .name(name)
                .image(spec.text("image"))
                .essential(true)
                .environment(texts(spec.get("env")).entrySet().stream()
                        .map(variable -> KeyValuePair.builder()
                                .name(variable.getKey())
                                .value(variable.getValue())
                                .build())
                        .toList())
                .secrets(texts(spec.get("secrets")).entrySet().stream()
                        .map(secret -> Secret.builder()
                                .name(secret.getKey())
                                .valueFrom(secret.getValue())
                                .build())
                        .toList())
                .logConfiguration(logs(spec.text("logGroup"), name, region));
        List<String> command = Specs.texts(spec.get("command"));
        if (!command.isEmpty()) {
            container.command(command);
        }
        if (spec.get("port") instanceof Value.Num) {
            container.portMappings(PortMapping.builder()
                    .name(name)
                    .containerPort(Specs.number(spec, "port"))
                    .protocol(TransportProtocol.TCP)
                    .build());
        }
        if (spec.get("health") instanceof Value.Text(String health)) {
            container.healthCheck(HealthCheck.builder().command(SHELL, health).build());
        }
        return container.build();
    }

    private static LogConfiguration logs(String group, String name, String region) {
        return LogConfiguration.builder()
                .logDriver(LogDriver.AWSLOGS)
                .options(Map.of(LOG_GROUP, group, "awslogs-region", region, "awslogs-stream-prefix", name))
                .build();
    }

    /** The fields of a spec that a container tells. */
    static Map<String, Value> fields(ContainerDefinition container) {
        Map<String, Value> fields = new TreeMap<>();
        fields.put("container", Value.text(container.name()));
        fields.put("image", Value.text(container.image()));
        fields.put("command", Value.texts(container.command()));
        fields.put(
                "env",
                Value.obj(container.environment().stream()
                        .collect(Collectors.toMap(KeyValuePair::name, pair -> Value.text(pair.value())))));
        fields.put(
                "secrets",
                Value.obj(container.secrets().stream()
                        .collect(Collectors.toMap(Secret::name, secret -> Value.text(secret.valueFrom())))));
        fields.put(
                "port",
                container.portMappings().stream()
                        .map(PortMapping::containerPort)
                        .findFirst()
                        .map(Specs::num)
                        .orElse(Value.NULL));
        fields.put("health", health(container.healthCheck()));
        fields.put("logGroup", logGroup(container.logConfiguration()));
        return fields;
    }

    private static Value health(HealthCheck check) {
        if (check == null || check.command().isEmpty()) {
            return Value.NULL;
        }
        List<String> command = check.command();
        return Value.text(
                command.getFirst().equals(SHELL)
                        ? String.join(" ", command.subList(1, command.size()))
                        : command.toString());
    }

    private static Value logGroup(LogConfiguration logs) {
        return logs == null ? Value.NULL : Specs.text(logs.options().get(LOG_GROUP));
    }

    private static Map<String, String> texts(Value value) {
        Map<String, String> texts = new TreeMap<>();
        if (value instanceof Value.Obj object) {
            object.fields().forEach((name, text) -> texts.put(name, ((Value.Text) text).value()));
        }
        return texts;
    }
}
