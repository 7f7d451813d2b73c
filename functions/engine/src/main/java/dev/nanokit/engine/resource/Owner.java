package dev.nanokit.engine.resource;

/** The component to which a resource belongs, as its tags or labels say at the provider. */
public record Owner(String project, String environment, String component) {
    @Override
    public String toString() {
        return project + "/" + environment + "/" + component;
    }
}
