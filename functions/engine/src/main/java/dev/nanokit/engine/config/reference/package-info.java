/** References to variables in text: {@code ${NAME}} and {@code ${NAME:-default}}. */
package dev.nanokit.engine.config.reference;
