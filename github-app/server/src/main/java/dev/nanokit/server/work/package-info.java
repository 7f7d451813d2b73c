/** Works the journal off: in order within a pull request, side by side across, again when it fails. */
package dev.nanokit.server.work;
