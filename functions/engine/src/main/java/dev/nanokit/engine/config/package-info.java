/**
 * {@code nanokit.yml} and what it becomes. The way of a file, one sub-package a step:
 *
 * <ol>
 *   <li>{@code tree}: YAML text → a tree in which each value knows its place;
 *   <li>{@code shape}: the vocabulary, and the check of a tree's structure against it ({@code reference} expands
 *       variables on the way);
 *   <li>{@code layer}: an environment's overrides laid over what it inherits;
 *   <li>{@code check}: the rules that a merged environment keeps ({@code provider} knows what each provider can do,
 *       {@code git} which branch is which environment);
 *   <li>{@code decode}: the merged tree → the records of this package.
 * </ol>
 *
 * {@link dev.nanokit.engine.config.NanokitConfig} is the way in, {@link dev.nanokit.engine.config.Environment} what
 * comes out; the sub-packages are this package's own affair.
 */
package dev.nanokit.engine.config;
