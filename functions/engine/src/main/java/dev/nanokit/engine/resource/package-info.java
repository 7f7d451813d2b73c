/**
 * Resources in their three states: as desired (from the file), as recorded (in state) and as observed (at the
 * provider).
 */
package dev.nanokit.engine.resource;
