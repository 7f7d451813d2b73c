/** The stand-in's HTTP side: who may ask what, what GitHub answers, and what can be made to go wrong. */
package dev.nanokit.github.standin.web;
