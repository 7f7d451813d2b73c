package dev.nanokit.cli.report;

import dev.nanokit.state.lock.Acquisition;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody else holds the lock.
 *
 * @param unlock the command that clears it
 * @param waited how long this run has waited for it
 */
public record Blockade(Acquisition.Blocked by, String unlock, Duration waited, Instant now) {}
