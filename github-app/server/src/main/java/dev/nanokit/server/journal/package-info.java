/** Deliveries on the disk: from before GitHub is answered until the work is done. */
package dev.nanokit.server.journal;
