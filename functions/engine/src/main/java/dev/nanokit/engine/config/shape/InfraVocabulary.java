package dev.nanokit.engine.config.shape;

import static dev.nanokit.engine.config.shape.Shapes.CIDR;
import static dev.nanokit.engine.config.shape.Shapes.COUNT;
import static dev.nanokit.engine.config.shape.Shapes.FLAG;
import static dev.nanokit.engine.config.shape.Shapes.any;
import static dev.nanokit.engine.config.shape.Shapes.choice;
import static dev.nanokit.engine.config.shape.Shapes.items;
import static dev.nanokit.engine.config.shape.Shapes.words;

import dev.nanokit.engine.config.ProviderId;
import java.util.Arrays;

/** The {@code infra} block. */
final class InfraVocabulary {
    static final String DEFAULT_PROVIDER = ProviderId.DOCKER.id();

    private static final Fields INSTANCES = Fields.named("instanceGroup", "a group of machines")
            .required(
                    "type",
                    any("a machine type", "t3.medium"),
                    "The provider's name of the machine type, such as t3.medium.",
                    "size")
            .key("count", COUNT, "How many machines of this type; 1 where it is not given.", "replicas", "number")
            .key(
                    "role",
                    choice("manager", "worker", "kubernetes"),
                    "manager hosts containers (default), worker does not, kubernetes is a node of a managed cluster.")
            .build();

    static final Fields INFRA = Fields.named("infra", "the infrastructure")
            .key(
                    "provider",
                    choice(Arrays.stream(ProviderId.values())
                            .map(ProviderId::id)
                            .toList()),
                    "Where everything runs; docker where it is not given. An environment that names another provider"
                            + " starts from an empty infra block.",
                    "cloud")
            .key(
                    "region",
                    any("a region", "us-east-1"),
                    "The provider's region, or its location or zone.",
                    "location",
                    "zone")
            .key(
                    "account",
                    words("the id of an account, project, subscription or team", "acme-shop"),
                    "Whose account at the provider; the credentials' own where it is not given.",
                    "project",
                    "subscription",
                    "team",
                    "organization")
            .key(
                    "vpc",
                    words("the id of an existing network", "vpc-0a1b2c3d4e5f"),
                    "Id of an existing virtual network, which is used and never changed or deleted.",
                    "network")
            .key(
                    "cidr",
                    CIDR,
                    "Private IPv4 range, /16 to /28, of the network that Nanokit makes; not with vpc.",
                    "subnet")
            .key(
                    "scaling",
                    choice("manual", "auto"),
                    "auto lets the provider change the number of machines by its metrics; manual is the default.",
                    "autoscaling")
            .key("min", COUNT, "Least number of machines in all.", "minimum")
            .key("max", COUNT, "Greatest number of machines in all.", "maximum")
            .key("instances", items(INSTANCES), "The machines, in groups of one type.", "machines", "nodes", "servers")
            .key(
                    "dns",
                    choice("aws", "digitalocean", "cloudflare", "gcp"),
                    "Where the DNS records of the services' hosts are kept; independent of provider.")
            .key("autoCreateDomain", FLAG, "Make the DNS zone where the account has none; needs dns.")
            .key(
                    "shared",
                    FLAG,
                    "The infrastructure belongs to another component of this project: use it, never change it.")
            .restartsOn("provider", DEFAULT_PROVIDER)
            .build();

    private InfraVocabulary() {}
}
