/** Machines: what they are made from, and the Auto Scaling groups that keep as many of them as there are to be. */
package dev.nanokit.provider.aws.machine;
