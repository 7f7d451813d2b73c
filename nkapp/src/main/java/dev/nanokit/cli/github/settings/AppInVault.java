package dev.nanokit.cli.github.settings;

import dev.nanokit.cli.Surroundings;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import dev.nanokit.secrets.AwsSecretVault;
import dev.nanokit.stages.secret.SecretUnavailableException;
import dev.nanokit.webhook.WebhookSecrets;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An App whose id, key and webhook secret are in AWS Secrets Manager, as {@code nkapp github setup --secrets-manager} keeps
 * them. Key and secret are read again every five minutes; of the webhook secret the value before counts too.
 */
public final class AppInVault {
    private final VaultNames names;
    private final Surroundings surroundings;

    private AppInVault(VaultNames names, Surroundings surroundings) {
        this.names = names;
        this.surroundings = surroundings;
    }

    /** Empty where none is named. What can't be given beside one goes to the mistakes. */
    public static Optional<AppInVault> named(AppOptions options, Surroundings surroundings, Mistakes mistakes) {
        Optional<String> name = Setting.SECRETS_MANAGER.value(options.vault(), surroundings);
        if (name.isPresent()) {
            mistakes.refuseBoth(Setting.SECRETS_MANAGER, Setting.APP_ID, options.appId(), surroundings);
            mistakes.refuseBoth(Setting.SECRETS_MANAGER, Setting.PRIVATE_KEY_FILE, options.keyFile(), surroundings);
        }
        return name.map(given -> new AppInVault(VaultNames.of(given), surroundings));
    }

    /** @throws SecretUnavailableException when AWS does not give them, or they are not what setup keeps */
    public Credentials credentials(URI api) {
        return new Credentials(appId(), new Refreshed<>(this::key, surroundings.clock()), List.of(), api);
    }

    /** @throws SecretUnavailableException when AWS does not give it, or it is blank */
    public Supplier<WebhookSecrets> webhookSecrets() {
        return new Refreshed<>(() -> secrets(values(names.webhookSecret())), surroundings.clock());
    }

    private long appId() {
        String name = names.app();
        try {
            if (ValueJson.readObject(values(name).getFirst()).get("id") instanceof Value.Num(BigDecimal id)
                    && id.signum() > 0) {
                return id.longValueExact();
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            // Told below: what the secret holds is not quoted.
        }
        throw wrong(
                name, "is not JSON with the App's id", "write {\"id\": ID} into it, with the number of the App's page");
    }

    private String key() {
        String name = names.privateKey();
        String pem = values(name).getFirst();
        try {
            Credentials.requireKey(pem);
            return pem;
        } catch (IllegalArgumentException e) {
            throw wrong(
                    name,
                    "holds no key: " + e.getMessage(),
                    "put the whole text of the .pem file there that GitHub let you download");
        }
    }

    private WebhookSecrets secrets(List<String> values) {
        try {
            return WebhookSecrets.of(values.stream().map(String::strip).toList());
        } catch (IllegalArgumentException e) {
            throw wrong(names.webhookSecret(), "is blank", "put the webhook's secret of the App's page there");
        }
    }

    /** Now, and before; one at least. */
    private List<String> values(String name) {
        Map<String, String> variables = surroundings.variables();
        List<String> values;
        try (AwsSecretVault vault = new AwsSecretVault(variables)) {
            values = vault.values(name);
        }
        if (values.isEmpty()) {
            throw new SecretUnavailableException(
                    "there is no secret " + name + " in Secrets Manager",
                    "give --secrets-manager the name that nkapp github setup was given, and check the region"
                            + " (AWS_REGION) and the account",
                    null);
        }
        return values;
    }

    private static SecretUnavailableException wrong(String name, String what, String fix) {
        return new SecretUnavailableException("the secret " + name + " in Secrets Manager " + what, fix, null);
    }
}
