/** The files that services are built from, on their way from the function that reads a repository to the one that builds. */
package dev.nanokit.sources;
