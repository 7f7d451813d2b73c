/**
 * Looks, time and again, whether what the App has applied is still as it was applied, and keeps one issue a component and
 * environment about what is not.
 */
package dev.nanokit.github.drift;
