package dev.nanokit.provider.docker.compile;

import dev.nanokit.engine.config.Database;
import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.Service;
import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.GivenVariables;
import java.util.Map;

/** The environment variables of a service's containers. The user's own win over those that Nanokit gives. */
final class ServiceVariables {
    private final Environment environment;
    private final Service service;
    private final Map<String, Value> values;

    private ServiceVariables(Environment environment, Service service) {
        this.environment = environment;
        this.service = service;
        this.values = GivenVariables.of(environment, service);
    }

    static Value.Obj of(Environment environment, Service service) {
        ServiceVariables variables = new ServiceVariables(environment, service);
        variables.addDatabases();
        variables.addOwn();
        return Value.obj(variables.values);
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
