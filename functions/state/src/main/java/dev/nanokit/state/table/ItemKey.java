package dev.nanokit.state.table;

public record ItemKey(String partition, String sort) {}
