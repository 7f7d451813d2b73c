/**
 * The engine: what a file asks for, what state remembers and what a provider sees, brought together in a plan. Pure
 * functions of their arguments: no file, no network, no clock, no randomness, no framework.
 *
 * <ul>
 *   <li>{@link dev.nanokit.engine.source} points into files and says what is wrong in them;
 *   <li>{@link dev.nanokit.engine.config} is the file, read and merged for one environment;
 *   <li>{@link dev.nanokit.engine.value} is the JSON-like stuff that resources are made of, and its secrets;
 *   <li>{@link dev.nanokit.engine.resource} is one thing as desired, as recorded and as observed;
 *   <li>{@link dev.nanokit.engine.plan} compares the three and says what to do, in which order, and why.
 * </ul>
 */
package dev.nanokit.engine;
