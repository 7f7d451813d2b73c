/** Git's objects, in memory: contents, folders and commits, by the ids that git gives them. */
package dev.nanokit.github.standin.git;
