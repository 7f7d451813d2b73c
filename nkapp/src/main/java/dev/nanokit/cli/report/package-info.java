/** What operations have found or done, as values that views show. */
package dev.nanokit.cli.report;
