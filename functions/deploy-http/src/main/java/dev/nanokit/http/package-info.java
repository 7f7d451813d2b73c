/**
 * The function that works with the providers that are spoken to over HTTP (or SSH), packaged for AWS Lambda: docker
 * for now. It holds their credentials and the projects' secrets, and never the App's key. Packaging only: what it does
 * is in functions/stages and functions/providers.
 */
package dev.nanokit.http;
