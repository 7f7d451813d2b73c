/** As whom, and where, AWS is asked: the one reading of its variables that all of Nanokit has. */
package dev.nanokit.aws;
