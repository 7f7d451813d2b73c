/** What the App remembers between triggers, in the state table. */
package dev.nanokit.github.flow.memory;
