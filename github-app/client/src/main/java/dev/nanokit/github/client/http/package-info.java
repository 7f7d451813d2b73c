/**
 * How a request reaches GitHub: {@link dev.nanokit.github.client.http.Exchange}s, each around the next. From outside
 * in: answers kept ({@code Cached}), rate limits ({@code RateLimited}), repeats ({@code Retried}), the count of calls
 * ({@code Counted}), the wire ({@code Wire}). {@code docs/decisions/0090} says why in this order.
 */
package dev.nanokit.github.client.http;
