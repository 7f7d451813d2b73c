/** Shows reports: to people as text, to programs as JSON. */
package dev.nanokit.cli.view;
