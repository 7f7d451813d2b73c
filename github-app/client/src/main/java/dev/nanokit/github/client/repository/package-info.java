/** One repository at GitHub: its files, pull requests, checks, comments and deployments, each in a class of its own. */
package dev.nanokit.github.client.repository;
