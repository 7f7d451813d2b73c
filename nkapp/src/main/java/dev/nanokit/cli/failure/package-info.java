/** What every error of the layers below means to the user. */
package dev.nanokit.cli.failure;
