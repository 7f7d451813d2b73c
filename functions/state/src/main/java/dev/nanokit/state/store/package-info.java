/**
 * What is remembered between runs: which repository owns a component, its resources and its serial; plans; the key under
 * which secrets are digested. Every write of a component's state carries the checks of its lock.
 */
package dev.nanokit.state.store;
