/**
 * What the App does when GitHub tells of something: trigger → reading the repository → policy → workflows → reports.
 * {@link dev.nanokit.github.flow.GitHubApp} is the way in. All that it must know the next time is written down under a
 * condition, before or right after it is done at GitHub, so that a repeated trigger does nothing twice.
 */
package dev.nanokit.github.flow;
