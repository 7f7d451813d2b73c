package dev.nanokit.engine.config.provider;

import static dev.nanokit.engine.config.Database.Engine.MYSQL;
import static dev.nanokit.engine.config.Database.Engine.POSTGRES;
import static dev.nanokit.engine.config.Database.Engine.REDIS;
import static dev.nanokit.engine.config.provider.Capability.ACCOUNT;
import static dev.nanokit.engine.config.provider.Capability.AUTO_SCALING;
import static dev.nanokit.engine.config.provider.Capability.CIDR;
import static dev.nanokit.engine.config.provider.Capability.CONTAINER_HOSTS;
import static dev.nanokit.engine.config.provider.Capability.IMAGES;
import static dev.nanokit.engine.config.provider.Capability.INSTANCES;
import static dev.nanokit.engine.config.provider.Capability.KUBERNETES;
import static dev.nanokit.engine.config.provider.Capability.KUBERNETES_SCALING;
import static dev.nanokit.engine.config.provider.Capability.NAMED_HOSTS;
import static dev.nanokit.engine.config.provider.Capability.NETWORKS;
import static dev.nanokit.engine.config.provider.Capability.OWN_SCALING;
import static dev.nanokit.engine.config.provider.Capability.REGION_REQUIRED;
import static dev.nanokit.engine.config.provider.Capability.SERVICE_SCALE;
import static dev.nanokit.engine.config.provider.Capability.VOLUMES;
import static dev.nanokit.engine.config.provider.Capability.VPC;

import dev.nanokit.engine.config.Database.Engine;
import dev.nanokit.engine.config.ProviderId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The table of providers: what can be asked of which. */
public final class ProviderCapabilities {
    private static final Set<Engine> ALL_ENGINES = EnumSet.allOf(Engine.class);
    private static final Set<Engine> SQL = EnumSet.of(POSTGRES, MYSQL);

    private ProviderCapabilities() {}

    public static boolean has(ProviderId provider, Capability capability) {
        return of(provider).contains(capability);
    }

    /** Everything that the provider has. */
    public static Set<Capability> of(ProviderId provider) {
        return switch (provider) {
            case DOCKER -> EnumSet.of(CIDR, NETWORKS, CONTAINER_HOSTS, NAMED_HOSTS, VOLUMES, IMAGES);
            case AWS -> with(cloud(), KUBERNETES, AUTO_SCALING, SERVICE_SCALE);
            case DIGITALOCEAN, GCP -> with(cloud(), REGION_REQUIRED, KUBERNETES, AUTO_SCALING, SERVICE_SCALE);
            case AZURE -> with(cloud(), REGION_REQUIRED, KUBERNETES, AUTO_SCALING, CONTAINER_HOSTS);
            case HETZNER -> with(cloud(), REGION_REQUIRED, CONTAINER_HOSTS);
            case SCALEWAY, LINODE -> with(cloud(), REGION_REQUIRED, KUBERNETES, KUBERNETES_SCALING, CONTAINER_HOSTS);
            case VERCEL -> EnumSet.of(ACCOUNT, OWN_SCALING);
            case NETLIFY -> EnumSet.of(ACCOUNT, OWN_SCALING);
            case RAILWAY -> EnumSet.of(ACCOUNT, OWN_SCALING, VOLUMES, IMAGES);
            case FLY_IO ->
                EnumSet.of(REGION_REQUIRED, ACCOUNT, INSTANCES, AUTO_SCALING, SERVICE_SCALE, VOLUMES, IMAGES);
        };
    }

    /** The kinds of database that the provider offers, or runs in containers. */
    public static Set<Engine> databases(ProviderId provider) {
        return switch (provider) {
            case DOCKER, DIGITALOCEAN, AZURE, HETZNER, RAILWAY, FLY_IO -> ALL_ENGINES;
            case AWS -> EnumSet.of(POSTGRES, MYSQL, REDIS);
            case GCP, SCALEWAY, LINODE -> SQL;
            case VERCEL, NETLIFY -> Set.of();
        };
    }

    public static List<ProviderId> having(Capability capability) {
        return where(provider -> has(provider, capability));
    }

    public static List<ProviderId> offering(Engine engine) {
        return where(provider -> databases(provider).contains(engine));
    }

    private static EnumSet<Capability> cloud() {
        return EnumSet.of(ACCOUNT, VPC, CIDR, NETWORKS, INSTANCES, VOLUMES, IMAGES);
    }

    private static Set<Capability> with(EnumSet<Capability> some, Capability... more) {
        some.addAll(Arrays.asList(more));
        return some;
    }

    private static List<ProviderId> where(Predicate<ProviderId> holds) {
        return Arrays.stream(ProviderId.values()).filter(holds).toList();
    }
}
