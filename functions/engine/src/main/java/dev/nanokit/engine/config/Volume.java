package dev.nanokit.engine.config;

import java.util.OptionalLong;

/** A volume. Holds data. */
public record Volume(String name, OptionalLong sizeBytes) {}
