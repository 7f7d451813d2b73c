package dev.nanokit.state.lock;

/**
 * Proof of holding the component's lock and the environment's infrastructure lock; every state write is conditioned on
 * its tokens.
 *
 * @param infraToken fencing token of the infrastructure lock; checked only with {@code WRITE} access
 * @param componentToken fencing token of the component's lock
 * @param takenOverFrom the former holder whose lease had run out; null where the lock was free
 */
public record LockGrant(LockRequest request, long infraToken, long componentToken, Holder takenOverFrom) {}
