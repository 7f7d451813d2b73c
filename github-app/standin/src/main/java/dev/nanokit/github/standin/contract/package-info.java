/** GitHub's published API description, and whether a request and its answer are as it says. */
package dev.nanokit.github.standin.contract;
