package dev.nanokit.github.standin.web;

/** Does one operation. */
@FunctionalInterface
interface Handler {
    Reply handle(Ask ask);
}
