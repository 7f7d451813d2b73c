/** Which branch is which environment. */
package dev.nanokit.engine.config.git;
