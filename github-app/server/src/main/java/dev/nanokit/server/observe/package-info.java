/** What an operator sees of the server: metrics and structured logs. */
package dev.nanokit.server.observe;
