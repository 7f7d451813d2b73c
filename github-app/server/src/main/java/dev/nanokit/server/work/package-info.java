/** Works the journal off: in order within a lane, side by side across, again when it fails. */
package dev.nanokit.server.work;
