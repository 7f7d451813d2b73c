/** YAML text as a tree in which each value knows its place. Knows nothing of what the keys mean. */
package dev.nanokit.engine.config.tree;
