/**
 * What stands between GitHub and the work: a request is believed only once its signature holds, read only as far as
 * Nanokit has a use for it, and answered only once the work that it asks for is written down.
 */
package dev.nanokit.webhook;
