package dev.nanokit.engine.plan;

import dev.nanokit.engine.value.Value;

/**
 * One field that differs.
 *
 * @param path keys and indexes from the spec's root, joined with dots: {@code env.LOG_LEVEL}
 * @param before {@link Value#NULL} where there was nothing; secrets sealed
 * @param after {@link Value#NULL} where it is taken away; {@link Value.Unknown} where only the apply will tell
 * @param sensitive whether the values must not be shown
 */
public record FieldChange(String path, Value before, Value after, boolean sensitive) {}
