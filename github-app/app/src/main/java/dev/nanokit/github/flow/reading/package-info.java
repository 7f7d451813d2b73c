/** The nanokit.yml files of a repository at a commit, and what is to be planned by them. */
package dev.nanokit.github.flow.reading;
