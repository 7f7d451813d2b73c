/** Where nkapp's parts are put together: state and locks, providers, workflows. */
package dev.nanokit.cli.backend;
