package dev.nanokit.engine.config;

import java.util.Optional;

/** A network beside the environment's own. */
public record Network(String name, Optional<String> cidr, Visibility visibility, Optional<String> vpcId) {
    public enum Visibility {
        PUBLIC,
        PRIVATE
    }
}
