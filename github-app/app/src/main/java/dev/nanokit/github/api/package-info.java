/** GitHub as the App needs it: what it asks of it, in the App's own terms. Implemented by {@code github-app/client}. */
package dev.nanokit.github.api;
