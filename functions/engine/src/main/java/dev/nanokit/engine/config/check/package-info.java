/**
 * Rules that a merged environment must keep and that need no provider: one class a rule, or a family of rules. Each
 * looks at the tree, since that knows where everything stands, and says all that it finds.
 */
package dev.nanokit.engine.config.check;
