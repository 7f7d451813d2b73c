/** What the stand-in remembers: accounts, repositories, pull requests, checks, comments, deployments. */
package dev.nanokit.github.standin.world;
