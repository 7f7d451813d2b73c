/**
 * The docker provider: containers, networks, volumes and built images on a Docker engine, local or over SSH.
 *
 * <p>{@code compile} turns the file into resources, {@code observe} reads what the engine has in the same shape,
 * {@code change} and {@code rollout} make the one into the other. {@code transport} and {@code ssh} carry the calls.
 */
package dev.nanokit.provider.docker;
