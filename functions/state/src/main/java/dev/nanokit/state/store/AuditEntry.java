package dev.nanokit.state.store;

import java.time.Instant;

/** Who did what, when. */
public record AuditEntry(Instant at, String who, String what, String detail) {}
