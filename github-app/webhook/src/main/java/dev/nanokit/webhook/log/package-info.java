/** Structured logs: a JSON object on a line for each event. */
package dev.nanokit.webhook.log;
