package dev.nanokit.cli.github.setup;

import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.Refusal;
import dev.nanokit.engine.value.JsonText;
import dev.nanokit.github.api.AppRegistration.RegisteredApp;
import dev.nanokit.secrets.AwsSecretVault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * AWS Secrets Manager, for an App that runs on AWS: its functions read what they may from there.
 *
 * @param name under which the App's secrets are kept: {@code NAME/private-key}, {@code NAME/webhook-secret}
 * @param variables how AWS is reached
 */
record AppVault(String name, Map<String, String> variables) implements AppStore {
    AppVault {
        variables = Map.copyOf(variables);
    }

    @Override
    public void requireRoom(boolean force) {
        try (AwsSecretVault vault = new AwsSecretVault(variables)) {
            if (vault.has(key()) && !force) {
                throw new Refusal(Failure.usage(
                        "the secret " + key() + " is there already",
                        "an App's key can't be had from GitHub a second time",
                        "give another name: --secrets-manager NAME",
                        "or overwrite it: --force"));
            }
        }
    }

    @Override
    public void keep(RegisteredApp app) {
        try (AwsSecretVault vault = new AwsSecretVault(variables)) {
            vault.put(key(), app.privateKeyPem());
            vault.put(secret(), app.webhookSecret());
            vault.put(app(), JsonText.compact(out -> {
                out.writeStartObject();
                out.writeNumberProperty("id", app.id());
                out.writeStringProperty("slug", app.slug());
                out.writeStringProperty("html_url", app.htmlUrl());
                out.writeEndObject();
            }));
        }
    }

    @Override
    public List<String> kept() {
        return List.of("secretsmanager:" + key(), "secretsmanager:" + secret(), "secretsmanager:" + app());
    }

    @Override
    public Optional<List<String>> serveOptions() {
        return Optional.empty();
    }

    private String key() {
        return name + "/private-key";
    }

    private String secret() {
        return name + "/webhook-secret";
    }

    private String app() {
        return name + "/app";
    }
}
