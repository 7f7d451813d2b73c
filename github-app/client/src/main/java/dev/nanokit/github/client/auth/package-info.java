/**
 * Who the App is to GitHub: itself, by a JSON web token signed with its key, to list installations and get tokens; and
 * an installation, by such a token, for one repository. Keys and tokens have no text form.
 */
package dev.nanokit.github.client.auth;
