/**
 * The GitHub App in one process: takes webhooks over HTTP, writes each down before it is acknowledged, and works them
 * off one after the other for each pull request and branch. What a kill leaves unfinished is done after the next start.
 */
package dev.nanokit.server;
