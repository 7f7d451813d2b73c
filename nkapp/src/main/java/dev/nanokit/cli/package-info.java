/** nkapp, the command line: parse what was typed, run an operation, show its result by a view. */
package dev.nanokit.cli;
