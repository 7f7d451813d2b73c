/** Secrets that are there: whether they are, and under which ARN. Their values are never read. */
package dev.nanokit.provider.aws.secret;
