package dev.nanokit.engine.config;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** An environment's records as indented text, without what is empty. */
final class EnvironmentText {
    private final StringBuilder text = new StringBuilder();
    private final boolean placed;

    private EnvironmentText(boolean placed) {
        this.placed = placed;
    }

    static String of(Environment environment) {
        return shown(environment, true);
    }

    /** Without where things stand, and without warnings, which name places. */
    static String withoutPlaces(Environment environment) {
        return shown(environment, false);
    }

    private static String shown(Environment environment, boolean placed) {
        EnvironmentText shown = new EnvironmentText(placed);
        shown.text.append("environment ").append(environment.name()).append('\n');
        shown.record(environment, 1);
        return shown.text.toString();
    }

    private void record(Record record, int depth) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (!component.getName().equals("places") && (placed || !isPlaced(component))) {
                value(component.getName(), read(record, component), depth);
            }
        }
    }

    private static boolean isPlaced(RecordComponent component) {
        return component.getName().equals("warnings") || component.getName().equals("place");
    }

    private void value(String name, Object value, int depth) {
        Object bare = bare(value);
        switch (bare) {
            case null -> {}
            case Map<?, ?> map -> {
                if (!map.isEmpty()) {
                    line(name, "", depth);
                    map.forEach((key, inner) -> value(key.toString(), inner, depth + 1));
                }
            }
            case Collection<?> items -> {
                if (!items.isEmpty()) {
                    line(name, "", depth);
                    items.forEach(item -> value("-", item, depth + 1));
                }
            }
            case Record record
            when !record.getClass().getSimpleName().equals("Place") -> {
                line(name, record.getClass().getSimpleName(), depth);
                record(record, depth + 1);
            }
            default -> line(name, bare.toString(), depth);
        }
    }

    private static Object bare(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.orElse(null);
            case OptionalInt optional -> optional.isPresent() ? optional.getAsInt() : null;
            case OptionalLong optional -> optional.isPresent() ? optional.getAsLong() : null;
            case OptionalDouble optional -> optional.isPresent() ? optional.getAsDouble() : null;
            default -> value;
        };
    }

    private void line(String name, String value, int depth) {
        text.append("  ".repeat(depth))
                .append(name)
                .append(value.isEmpty() ? "" : " = " + value)
                .append('\n');
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
