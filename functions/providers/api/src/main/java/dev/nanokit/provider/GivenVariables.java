package dev.nanokit.provider;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.Service;
import dev.nanokit.engine.value.Value;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The environment variables that every service gets, wherever it runs: who it is, and where its siblings are. */
public final class GivenVariables {
    private GivenVariables() {}

    public static Map<String, Value> of(Environment environment, Service service) {
        Map<String, Value> values = new TreeMap<>();
        values.put("NANOKIT_PROJECT", Value.text(environment.project()));
        values.put("NANOKIT_ENV", Value.text(environment.name()));
        values.put("NANOKIT_SERVICE", Value.text(service.name()));
        environment.services().values().stream()
                .filter(sibling -> isReachable(sibling) && !sibling.name().equals(service.name()))
                .forEach(sibling -> values.put("NANOKIT_URL_" + part(sibling.name()), url(sibling)));
        return values;
    }

    private static boolean isReachable(Service service) {
        return service.instances() > 0 && service.expose().isPresent();
    }

    private static Value url(Service sibling) {
        return Value.text("http://" + sibling.name() + ":" + sibling.expose().getAsInt());
    }

    /** The name as a part of a variable's: {@code order-events} becomes {@code ORDER_EVENTS}. */
    public static String part(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
