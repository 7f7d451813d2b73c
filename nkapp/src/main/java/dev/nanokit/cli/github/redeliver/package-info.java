/** {@code nkapp github redeliver}: has GitHub send again what did not arrive. */
package dev.nanokit.cli.github.redeliver;
