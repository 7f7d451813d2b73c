/** What can be typed: the commands with their options. No command does anything but call an operation. */
package dev.nanokit.cli.command;
