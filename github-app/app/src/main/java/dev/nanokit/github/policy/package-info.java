/**
 * Who may do what with a pull request: a table, pure and without a call to GitHub. Powers come from GitHub's permission
 * and from the base branch's file; nothing that a pull request changes about the file changes who may act.
 */
package dev.nanokit.github.policy;
