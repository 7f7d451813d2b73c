/** From a merged and checked tree to the records of an environment. Nothing is judged here any more. */
package dev.nanokit.engine.config.decode;
