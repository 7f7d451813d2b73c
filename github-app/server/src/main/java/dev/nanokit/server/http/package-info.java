/** The HTTP side: three paths and some pages, nothing believed, nothing waited for too long. */
package dev.nanokit.server.http;
