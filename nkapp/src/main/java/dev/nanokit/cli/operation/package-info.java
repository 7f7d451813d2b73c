/** What the commands do, independent of how it is asked for and shown. */
package dev.nanokit.cli.operation;
