package dev.nanokit.provider;

import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.value.Value;
import java.util.function.Consumer;

/**
 * What a change is applied with.
 *
 * @param spec the desired spec with every reference and template resolved and every secret revealed; empty for a delete
 * @param clientToken deterministic: the same for every attempt at the same resource
 * @param progress takes short lines for people ({@code pulling nginx:1.27 42%}); never secrets
 */
public record Inputs(Owner owner, Value.Obj spec, String clientToken, Consumer<String> progress) {}
