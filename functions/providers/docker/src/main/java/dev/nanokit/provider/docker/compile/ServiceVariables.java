package dev.nanokit.provider.docker.compile;

import dev.nanokit.engine.config.Database;
import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.Service;
import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import java.util.Map;
import java.util.TreeMap;

/** The environment variables of a service's containers. The user's own win over those that Nanokit gives. */
final class ServiceVariables {
    private final Environment environment;
    private final Service service;
    private final Map<String, Value> values = new TreeMap<>();

    private ServiceVariables(Environment environment, Service service) {
        this.environment = environment;
        this.service = service;
    }

    static Value.Obj of(Environment environment, Service service) {
        ServiceVariables variables = new ServiceVariables(environment, service);
        variables.addIdentity();
        variables.addSiblings();
        variables.addDatabases();
        variables.addOwn();
        return Value.obj(variables.values);
    }

    private void addIdentity() {
        put("NANOKIT_PROJECT", environment.project());
        put("NANOKIT_ENV", environment.name());
        put("NANOKIT_SERVICE", service.name());
    }

    private void addSiblings() {
        for (Service sibling : environment.services().values()) {
            boolean reachable = sibling.instances() > 0 && sibling.expose().isPresent();
            if (reachable && !sibling.name().equals(service.name())) {
                put(
                        "NANOKIT_URL_" + Names.variable(sibling.name()),
                        "http://" + sibling.name() + ":" + sibling.expose().getAsInt());
            }
        }
    }

    private void addDatabases() {
        for (String name : service.dependsOn()) {
            Database database = environment.databases().get(name);
            if (database != null) {
                values.putAll(DatabaseSetup.of(database).clientVariables());
            }
        }
    }

    private void addOwn() {
        if (service.source() instanceof Service.Source.OnRuntime runtime) {
            runtime.env().forEach(this::put);
        }
        service.env().forEach(this::put);
        service.secrets().forEach((name, ref) -> values.put(name, Value.hidden(Secret.reference(ref.source()))));
    }

    private void put(String name, String text) {
        values.put(name, Value.text(text));
    }
}
