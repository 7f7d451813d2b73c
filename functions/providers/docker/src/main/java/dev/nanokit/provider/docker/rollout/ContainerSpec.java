package dev.nanokit.provider.docker.rollout;

import dev.nanokit.engine.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A container's spec, resolved and with its secrets revealed, by its fields. */
record ContainerSpec(Value.Obj fields) {
    private static final BigDecimal NANO = BigDecimal.valueOf(1_000_000_000L);

    String name() {
        return fields.text("name");
    }

    String image() {
        return fields.text("image");
    }

    String service() {
        return fields.text("service");
    }

    String network() {
        return fields.text("network");
    }

    String restart() {
        return fields.text("restart");
    }

    boolean rolling() {
        return fields.get("strategy").equals(Value.text("rolling"));
    }

    boolean publishesPort() {
        return !ports().isEmpty();
    }

    List<String> aliases() {
        return Plain.texts(fields.get("aliases"));
    }

    Optional<List<String>> command() {
        return fields.get("command") instanceof Value.Null
                ? Optional.empty()
                : Optional.of(Plain.texts(fields.get("command")));
    }

    List<String> reload() {
        return Plain.texts(fields.get("reload"));
    }

    Map<String, String> env() {
        return texts("env");
    }

    /** Contents by absolute path. */
    Map<String, String> files() {
        return texts("files");
    }

    /** The container's port by the host's. */
    Map<Integer, Integer> ports() {
        Map<Integer, Integer> ports = new TreeMap<>();
        object("ports")
                .fields()
                .forEach((host, inside) -> ports.put(
                        Integer.valueOf(host), ((Value.Num) inside).value().intValue()));
        return ports;
    }

    Map<String, Value> mounts() {
        return object("mounts").fields();
    }

    Optional<Long> nanoCpus() {
        return fields.get("cpu") instanceof Value.Num cpu
                ? Optional.of(cpu.value().multiply(NANO).longValue())
                : Optional.empty();
    }

    Optional<Long> memory() {
        return fields.get("memory") instanceof Value.Num memory
                ? Optional.of(memory.value().longValue())
                : Optional.empty();
    }

    Optional<String> healthCommand() {
        return object("health").get("command") instanceof Value.Text(String command)
                ? Optional.of(command)
                : Optional.empty();
    }

    Optional<HealthPath> healthPath() {
        Value.Obj health = object("health");
        return health.get("path") instanceof Value.Text(String path) && health.get("port") instanceof Value.Num port
                ? Optional.of(new HealthPath(path, port.value().intValue()))
                : Optional.empty();
    }

    /** The engine of the database that it runs: {@code postgres}. */
    Optional<String> database() {
        return fields.get("database") instanceof Value.Text(String engine) ? Optional.of(engine) : Optional.empty();
    }

    /** Without what the container that replaces it holds meanwhile. */
    ContainerSpec unpublished() {
        return new ContainerSpec(fields.without("ports"));
    }

    private Map<String, String> texts(String field) {
        Map<String, String> texts = new TreeMap<>();
        object(field).fields().forEach((name, value) -> texts.put(name, Plain.text(value)));
        return texts;
    }

    private Value.Obj object(String field) {
        return fields.get(field) instanceof Value.Obj object ? object : Value.Obj.EMPTY;
    }

    /** An HTTP path on the container's own port. */
    record HealthPath(String path, int port) {}
}
