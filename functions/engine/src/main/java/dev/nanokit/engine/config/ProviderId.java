package dev.nanokit.engine.config;

/** The providers that a file may name. */
public enum ProviderId {
    DOCKER("docker"),
    AWS("aws"),
    DIGITALOCEAN("digitalocean"),
    GCP("gcp"),
    AZURE("azure"),
    HETZNER("hetzner"),
    SCALEWAY("scaleway"),
    LINODE("linode"),
    VERCEL("vercel"),
    NETLIFY("netlify"),
    RAILWAY("railway"),
    FLY_IO("fly.io");

    private final String id;

    ProviderId(String id) {
        this.id = id;
    }

    /** The name as it stands in the file. */
    public String id() {
        return id;
    }
}
