/**
 * Amazon Web Services. {@code compile} turns an environment into resources, purely; each kind of resource has one class
 * that finds, makes, changes and removes it; {@code reconcile} decides, the same way for every kind, what is to be done
 * next; {@code call} holds the SDK's clients, credentials and what AWS's refusals mean.
 */
package dev.nanokit.provider.aws;
