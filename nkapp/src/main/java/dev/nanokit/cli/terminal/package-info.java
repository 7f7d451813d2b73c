/** Standard streams, colours, spans of time in words, and Ctrl-C. */
package dev.nanokit.cli.terminal;
