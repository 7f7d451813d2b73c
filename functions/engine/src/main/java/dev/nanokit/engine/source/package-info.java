/** Places in files, and what is wrong at them. */
package dev.nanokit.engine.source;
