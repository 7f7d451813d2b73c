package dev.nanokit.engine.config.provider;

/** What a file may ask for and not every provider has. */
public enum Capability {
    /** {@code infra.region} must be given. */
    REGION_REQUIRED,
    ACCOUNT,
    /** Attaching to an existing network. */
    VPC,
    /** Choosing the range of the network that is made. */
    CIDR,
    /** Networks beside the environment's own. */
    NETWORKS,
    INSTANCES,
    KUBERNETES,
    /** Metrics by which the number of machines is changed. */
    AUTO_SCALING,
    /** Such metrics for nodes of a managed cluster alone. */
    KUBERNETES_SCALING,
    /** The platform scales by itself, and can't be told how. */
    OWN_SCALING,
    /** Metrics by which a service's number of replicas is changed. */
    SERVICE_SCALE("metrics of services"),
    /** Containers run on hosts with ports, folders and a gateway of their own. */
    CONTAINER_HOSTS,
    /** The container hosts are named in the file, under {@code deploy}. */
    NAMED_HOSTS,
    VOLUMES,
    /** Services from an image that was built before. */
    IMAGES;

    private final String needs;

    Capability() {
        this("");
    }

    Capability(String needs) {
        this.needs = needs;
    }

    /** What it takes to have it, where that is not plain; else empty. */
    public String needs() {
        return needs;
    }
}
