/** The GitHub of {@code bin/demo}: the stand-in as a process, told what happens in it line by line. */
package dev.nanokit.github.demo;
