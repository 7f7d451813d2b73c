/** A first nanokit.yml from what lies in a folder. */
package dev.nanokit.cli.init;
