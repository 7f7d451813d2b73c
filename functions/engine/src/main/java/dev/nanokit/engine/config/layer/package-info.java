/** How an environment's overrides are laid over what it inherits. */
package dev.nanokit.engine.config.layer;
