/**
 * Cold starts of the webhook function in the protocol of Lambda's Runtime API: the functions run on Lambda's own runtime
 * client and the command line of its managed runtime; what hands out events is {@link dev.nanokit.bench.lambda.RuntimeApi}.
 */
package dev.nanokit.bench.lambda;
