package dev.nanokit.provider.docker;

import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.ResourceKey;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The labels that say whose a thing on the engine is. Ownership is told by them, never by a name. */
public final class Labels {
    public static final String PROJECT = "nk-project";
    public static final String ENVIRONMENT = "nk-env";
    public static final String COMPONENT = "nk-component";
    /** The resource's key: {@code container/web-1}. */
    public static final String RESOURCE = "nk-resource";
    /** The service, database or gateway that a container runs. */
    public static final String SERVICE = "nk-service";
    /** Digest of the spec that it was made from, without its secrets. */
    public static final String DIGEST = "nk-digest";
    /** On a database's volume: the password that its data was initialised with. */
    public static final String PASSWORD = "nk-password";

    private Labels() {}

    public static Map<String, String> of(Owner owner, ResourceKey key, String digest) {
        Map<String, String> labels = new TreeMap<>();
        labels.put(PROJECT, owner.project());
        labels.put(ENVIRONMENT, owner.environment());
        labels.put(COMPONENT, owner.component());
        labels.put(RESOURCE, key.toString());
        labels.put(DIGEST, digest);
        return labels;
    }

    /** Whose a thing with these labels is; empty where they are not ours. */
    public static Optional<Owner> owner(Map<String, String> labels) {
        String project = labels.get(PROJECT);
        String environment = labels.get(ENVIRONMENT);
        String component = labels.get(COMPONENT);
        return project == null || environment == null || component == null
                ? Optional.empty()
                : Optional.of(new Owner(project, environment, component));
    }
}
