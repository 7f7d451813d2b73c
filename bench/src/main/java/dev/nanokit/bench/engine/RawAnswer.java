package dev.nanokit.bench.engine;

/** An engine's answer as it came. */
record RawAnswer(int status, String body) {}
