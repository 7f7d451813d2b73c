/**
 * What is done next about a thing at AWS, told from what is there: so an attempt that was cut off is taken up by the next
 * one, wherever it runs.
 */
package dev.nanokit.provider.aws.reconcile;
