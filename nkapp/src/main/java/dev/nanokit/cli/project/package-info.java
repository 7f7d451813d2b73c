/** nanokit.yml and what stands around it: the git checkout, .env, the environment that is meant. */
package dev.nanokit.cli.project;
