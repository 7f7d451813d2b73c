/** Turns an environment into resources of AWS. Pure: nothing is called, nothing is read. */
package dev.nanokit.provider.aws.compile;
