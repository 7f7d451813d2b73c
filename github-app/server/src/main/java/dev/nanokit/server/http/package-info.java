/** The HTTP side: three paths, nothing believed, nothing waited for too long. */
package dev.nanokit.server.http;
