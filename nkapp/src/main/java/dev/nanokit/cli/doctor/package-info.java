/** What nkapp needs, each looked at by itself. */
package dev.nanokit.cli.doctor;
