package dev.nanokit.engine.config.tree;

import dev.nanokit.engine.source.Place;

/** A value and where it stands. */
public record Located<T>(T value, Place place) {}
