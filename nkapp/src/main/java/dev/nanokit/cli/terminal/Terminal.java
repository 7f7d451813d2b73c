package dev.nanokit.cli.terminal;

import java.io.BufferedReader;
import java.io.PrintStream;

/**
 * Where nkapp reads and writes.
 *
 * @param out results; with {@code --json} one JSON object and nothing else
 * @param err what goes on, and warnings, where they must not be mixed with results
 * @param canAsk whether somebody is there to answer: standard input is a terminal
 * @param outIsTerminal whether people look at {@code out} rather than a file or a program
 */
public record Terminal(BufferedReader in, PrintStream out, PrintStream err, boolean canAsk, boolean outIsTerminal) {}
