package dev.nanokit.state.audit;

import java.time.Instant;

/**
 * Who did what, when.
 *
 * @param at by the clock of who did it
 * @param who as {@link dev.nanokit.state.lock.Holder#who}
 * @param what in a few words: {@code unlock}, {@code apply}
 * @param detail never holds a secret
 */
public record AuditEntry(Instant at, String who, String what, String detail) {}
