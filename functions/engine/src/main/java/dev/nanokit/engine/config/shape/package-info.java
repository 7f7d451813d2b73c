/**
 * What may stand where in a nanokit.yml: the vocabulary, and the check of a file's structure against it. The published
 * JSON Schema is written from the same vocabulary, and a test proves that both agree.
 */
package dev.nanokit.engine.config.shape;
