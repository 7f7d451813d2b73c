/**
 * How functions make themselves ready before AWS Lambda takes a snapshot of them: they rehearse what requests ask for, on
 * an account that is made up.
 */
package dev.nanokit.priming;
