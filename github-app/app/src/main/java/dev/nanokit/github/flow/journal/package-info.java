/**
 * What GitHub has answered to a piece of work, kept as long as the work goes on: whoever goes on with it in another
 * process decides as the one before did, though a pull request has got another head since.
 */
package dev.nanokit.github.flow.journal;
