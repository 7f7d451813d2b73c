/** The SDK's clients, as whom and where they call, and what AWS's refusals mean to people. */
package dev.nanokit.provider.aws.call;
