package dev.nanokit.engine.config.provider;

import dev.nanokit.engine.config.ProviderId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How regions, networks, accounts and machine types are spelled at each provider. Only the form is known here; whether
 * such a thing exists is asked at plan. Forms are wide: a new region or type must not need a new Nanokit.
 */
public final class ProviderForms {
    private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final String UUID_EXAMPLE = "6e8bc430-9c3a-4d4b-8e0c-1f2a3b4c5d6e";

    private ProviderForms() {}

    /** @param example a text of this form */
    public record Form(Pattern pattern, String example) {
        static Optional<Form> of(String regex, String example) {
            return Optional.of(new Form(Pattern.compile(regex), example));
        }

        public boolean matches(String text) {
            return pattern.matcher(text).matches();
        }
    }

    /** Empty where the provider has no regions. */
    public static Optional<Form> region(ProviderId provider) {
        return switch (provider) {
            case DOCKER, NETLIFY -> Optional.empty();
            case AWS -> Form.of("[a-z]{2,5}(-[a-z]+)+-[0-9]+", "us-east-1");
            case DIGITALOCEAN -> Form.of("[a-z]{3}[0-9]+", "nyc3");
            case GCP -> Form.of("[a-z]+-[a-z]+[0-9]+", "us-central1");
            case AZURE -> Form.of("[a-z]+[0-9]*", "westeurope");
            case HETZNER -> Form.of("[a-z]{3}[0-9]*", "fsn1");
            case SCALEWAY -> Form.of("[a-z]{2}-[a-z]{3}(-[0-9]+)?", "fr-par-1");
            case LINODE -> Form.of("[a-z]{2}-[a-z]+(-[0-9]+)?", "eu-central");
            case VERCEL -> Form.of("[a-z]{3}[0-9]+", "fra1");
            case RAILWAY -> Form.of("[a-z]+-[a-z]+[0-9]+(-[a-z0-9]+)?", "europe-west4-drams3a");
            case FLY_IO -> Form.of("[a-z]{3}", "fra");
        };
    }

    /** Empty where no form is known, or there are no networks to name. */
    public static Optional<Form> vpc(ProviderId provider) {
        return switch (provider) {
            case AWS -> Form.of("vpc-[0-9a-f]+", "vpc-0a1b2c3d4e5f");
            case DIGITALOCEAN -> Form.of(UUID, UUID_EXAMPLE);
            case GCP ->
                Form.of("(projects/[a-z0-9.:-]+/global/networks/)?[a-z]([a-z0-9-]{0,61}[a-z0-9])?", "shop-network");
            case AZURE ->
                Form.of(
                        "(?i)/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft.Network/virtualNetworks/[^/]+",
                        "/subscriptions/…/resourceGroups/shop/providers/Microsoft.Network/virtualNetworks/shop");
            case SCALEWAY -> Form.of("([a-z]{2}-[a-z]{3}/)?" + UUID, UUID_EXAMPLE);
            case HETZNER, LINODE -> Form.of("[0-9]+", "4711");
            case DOCKER, VERCEL, NETLIFY, RAILWAY, FLY_IO -> Optional.empty();
        };
    }

    /** Empty where any text may be an account. */
    public static Optional<Form> account(ProviderId provider) {
        return switch (provider) {
            case AWS ->
                Form.of("[0-9]{12}|arn:aws[a-z-]*:iam::[0-9]{12}:role/.+", "arn:aws:iam::123456789012:role/nanokit");
            case GCP -> Form.of("([a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]", "acme-shop");
            case AZURE -> Form.of(UUID, UUID_EXAMPLE);
            default -> Optional.empty();
        };
    }

    /** Empty where there are no machines. */
    public static Optional<Form> machineType(ProviderId provider) {
        return switch (provider) {
            case AWS -> Form.of("[a-z][a-z0-9-]*\\.[a-z0-9-]+", "t3.medium");
            case DIGITALOCEAN -> Form.of("[a-z][a-z0-9_.]*(-[a-z0-9_.]+)+", "s-1vcpu-1gb");
            case GCP -> Form.of("[a-z][a-z0-9]*(-[a-z0-9]+)+", "e2-medium");
            case AZURE -> Form.of("[A-Z][A-Za-z]*_[A-Za-z0-9-]+(_[A-Za-z0-9-]+)*", "Standard_B2s");
            case HETZNER -> Form.of("[a-z]+[0-9]+", "cx22");
            case SCALEWAY -> Form.of("[A-Z][A-Z0-9]*(-[A-Z0-9]+)+", "DEV1-S");
            case LINODE -> Form.of("g[0-9]+-[a-z0-9-]+", "g6-standard-2");
            case FLY_IO -> Form.of("[a-z][a-z0-9]*(-[a-z0-9]+)*", "shared-cpu-1x");
            case DOCKER, VERCEL, NETLIFY, RAILWAY -> Optional.empty();
        };
    }
}
