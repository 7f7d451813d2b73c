/** What makes later starts of nkapp fast. Run by bin/nkapp after a build, never by a command. */
package dev.nanokit.cli.start;
