/**
 * The webhook function as it would be without our care, for {@code bin/bench lambda}: once on Quarkus as it comes, once on
 * nothing. Both do what github-app/lambda does, over the SDK's default clients.
 */
package dev.nanokit.bench.lambda.peer;
