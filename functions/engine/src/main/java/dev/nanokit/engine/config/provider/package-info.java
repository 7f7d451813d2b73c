/** What each provider can do at all, and how the things it knows are called there. */
package dev.nanokit.engine.config.provider;
