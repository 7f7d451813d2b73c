/** AWS for tests: every module that speaks to AWS takes its emulator, or the reason to skip, from here. */
package dev.nanokit.aws.standin;
