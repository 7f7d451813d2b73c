/** Measuring: contenders take turns, each turn's figures are kept, and compared turn by turn. */
package dev.nanokit.bench.harness;
