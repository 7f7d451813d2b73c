package dev.nanokit.cli;

import dev.nanokit.cli.backend.Backend;
import dev.nanokit.cli.terminal.Interrupts;
import dev.nanokit.cli.terminal.Terminal;
import dev.nanokit.stages.Pause;

/**
 * One run of nkapp: what it was started in, where it reads and writes, and what it works on.
 *
 * @param pause how it waits
 */
public record Session(
        Surroundings surroundings, Terminal terminal, Backend.Factory backends, Interrupts interrupts, Pause pause) {}
