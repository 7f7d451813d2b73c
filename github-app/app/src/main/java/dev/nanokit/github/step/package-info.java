/** The GitHub App's part in the workflows: its steps as JSON, for whatever function takes them. */
package dev.nanokit.github.step;
