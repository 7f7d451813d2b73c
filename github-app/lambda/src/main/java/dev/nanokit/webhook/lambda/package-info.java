/** The webhook as a Lambda function behind an HTTP API. It may read its secrets, and start executions: nothing else. */
package dev.nanokit.webhook.lambda;
