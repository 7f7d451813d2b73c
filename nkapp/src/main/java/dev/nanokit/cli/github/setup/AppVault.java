package dev.nanokit.cli.github.setup;

import dev.nanokit.cli.github.settings.Setting;
import dev.nanokit.cli.github.settings.VaultNames;
import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.Refusal;
import dev.nanokit.engine.value.JsonText;
import dev.nanokit.github.api.AppRegistration.RegisteredApp;
import dev.nanokit.secrets.AwsSecretVault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * AWS Secrets Manager, for an App that runs on AWS, or wherever no file is to hold its key.
 *
 * @param names under which the App's secrets are kept
 * @param variables how AWS is reached
 */
record AppVault(VaultNames names, Map<String, String> variables) implements AppStore {
    AppVault {
        variables = Map.copyOf(variables);
    }

    @Override
    public void requireRoom(boolean force) {
        try (AwsSecretVault vault = new AwsSecretVault(variables)) {
            Optional<String> there = names.all().stream().filter(vault::has).findFirst();
            if (there.isPresent() && !force) {
                throw new Refusal(Failure.usage(
                        "the secret " + there.get() + " is there already",
                        "an App's key can't be had from GitHub a second time",
                        "give another name: --secrets-manager NAME",
                        "or overwrite it: --force"));
            }
        }
    }

    @Override
    public void keep(RegisteredApp app) {
        try (AwsSecretVault vault = new AwsSecretVault(variables)) {
            vault.put(names.privateKey(), app.privateKeyPem());
            vault.put(names.webhookSecret(), app.webhookSecret());
            vault.put(names.app(), JsonText.compact(out -> {
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
        return names.all().stream().map("secretsmanager:"::concat).toList();
    }

    @Override
    public List<String> serveOptions(RegisteredApp app) {
        return List.of(Setting.SECRETS_MANAGER.option(), names.prefix());
    }
}
