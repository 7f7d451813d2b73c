package dev.nanokit.engine.config;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The {@code infra} block.
 *
 * @param account whose account at the provider; empty for the credentials' own
 * @param vpc id of an existing network that is used and never changed
 * @param cidr range of the network that Nanokit makes
 * @param shared whether the infrastructure belongs to another component
 */
public record Infra(
        ProviderId provider,
        Optional<String> region,
        Optional<String> account,
        Optional<String> vpc,
        Optional<String> cidr,
        Scaling scaling,
        OptionalInt min,
        OptionalInt max,
        List<InstanceGroup> instances,
        Optional<DnsProvider> dns,
        boolean autoCreateDomain,
        boolean shared) {
    public Infra {
        instances = List.copyOf(instances);
    }

    public enum Scaling {
        MANUAL,
        AUTO
    }

    /** Machines of one kind. */
    public record InstanceGroup(String type, int count, Role role) {}

    public enum Role {
        /** Hosts containers. */
        MANAGER,
        WORKER,
        /** Nodes of a managed cluster. */
        KUBERNETES
    }

    public enum DnsProvider {
        AWS,
        DIGITALOCEAN,
        CLOUDFLARE,
        GCP
    }
}
