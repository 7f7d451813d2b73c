package dev.nanokit.bench.harness;

/** Someone who does the work. */
public record Contender(String name, Trial trial) {}
