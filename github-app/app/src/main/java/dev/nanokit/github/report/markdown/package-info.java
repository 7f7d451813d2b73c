/**
 * Markdown as GitHub reads it, made of text that others wrote: names, values, messages of providers. None of it can end a
 * fence, open a tag, call somebody by name or reorder what is read.
 */
package dev.nanokit.github.report.markdown;
