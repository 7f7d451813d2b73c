/** What taking and giving back a lock costs, beside the DynamoDB lock client. */
package dev.nanokit.bench.locks;
