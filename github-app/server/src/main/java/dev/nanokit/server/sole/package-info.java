/** One server for one state: whoever comes second is refused, and whoever comes after a dead one takes over. */
package dev.nanokit.server.sole;
