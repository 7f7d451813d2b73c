/** {@code nkapp plan} of a small file as people meet it: a whole process. */
package dev.nanokit.bench.start;
