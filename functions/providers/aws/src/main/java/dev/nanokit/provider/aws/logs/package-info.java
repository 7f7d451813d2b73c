/** CloudWatch Logs: where services' output goes. */
package dev.nanokit.provider.aws.logs;
