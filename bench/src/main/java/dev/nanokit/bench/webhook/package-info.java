/** How many signed webhooks a server takes, and how fast: {@code nkapp github serve} beside Probot. */
package dev.nanokit.bench.webhook;
