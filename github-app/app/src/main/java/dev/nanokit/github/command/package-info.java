/**
 * What people ask for in a comment: which lines of it are commands, and what they mean. A comment is text that a stranger
 * wrote; nothing of it becomes a path, a command line or Markdown.
 */
package dev.nanokit.github.command;
