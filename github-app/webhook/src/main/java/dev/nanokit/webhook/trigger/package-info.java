/** What GitHub tells, in Nanokit's words: payloads in, triggers out. */
package dev.nanokit.webhook.trigger;
