/** What an App must be told before it can run: by options, or by environment variables. All that is wrong is said at once. */
package dev.nanokit.cli.github.settings;
