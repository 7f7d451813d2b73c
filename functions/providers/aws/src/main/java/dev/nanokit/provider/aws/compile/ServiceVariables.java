package dev.nanokit.provider.aws.compile;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.Service;
import dev.nanokit.engine.value.Value;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The environment variables of a service's tasks. The user's own win over those that Nanokit gives. */
record ServiceVariables(Environment environment, Map<String, DatabaseParts> databases) {
    Value.Obj of(Service service) {
        Map<String, Value> values = new TreeMap<>();
        values.put("NANOKIT_PROJECT", Value.text(environment.project()));
        values.put("NANOKIT_ENV", Value.text(environment.name()));
        values.put("NANOKIT_SERVICE", Value.text(service.name()));
        environment.services().values().stream()
                .filter(sibling -> isReachable(sibling) && !sibling.name().equals(service.name()))
                .forEach(sibling -> values.put("NANOKIT_URL_" + variable(sibling.name()), url(sibling)));
        service.dependsOn().stream()
                .filter(databases::containsKey)
                .forEach(name -> values.putAll(databases.get(name).variables()));
        service.env().forEach((name, text) -> values.put(name, Value.text(text)));
        service.secrets().keySet().forEach(values::remove);
        return Value.obj(values);
    }

    static boolean isReachable(Service service) {
        return service.instances() > 0 && service.expose().isPresent();
    }

    private static Value url(Service sibling) {
        return Value.text("http://" + sibling.name() + ":" + sibling.expose().getAsInt());
    }

    /** The name as a part of a variable's: {@code order-events} becomes {@code ORDER_EVENTS}. */
    static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
