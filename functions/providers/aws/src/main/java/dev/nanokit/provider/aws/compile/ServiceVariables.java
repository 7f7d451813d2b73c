package dev.nanokit.provider.aws.compile;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.Service;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.GivenVariables;
import java.util.Map;

/** The environment variables of a service's tasks. The user's own win over those that Nanokit gives. */
record ServiceVariables(Environment environment, Map<String, DatabaseParts> databases) {
    Value.Obj of(Service service) {
        Map<String, Value> values = GivenVariables.of(environment, service);
        service.dependsOn().stream()
                .filter(databases::containsKey)
                .forEach(name -> values.putAll(databases.get(name).variables()));
        service.env().forEach((name, text) -> values.put(name, Value.text(text)));
        service.secrets().keySet().forEach(values::remove);
        return Value.obj(values);
    }
}
