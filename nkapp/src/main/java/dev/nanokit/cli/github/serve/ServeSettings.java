package dev.nanokit.cli.github.serve;

import dev.nanokit.cli.Surroundings;
import dev.nanokit.cli.github.settings.AppInVault;
import dev.nanokit.cli.github.settings.AppOptions;
import dev.nanokit.cli.github.settings.Credentials;
import dev.nanokit.cli.github.settings.Mistakes;
import dev.nanokit.cli.github.settings.SecretFiles;
import dev.nanokit.cli.github.settings.Setting;
import dev.nanokit.webhook.WebhookSecrets;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All that the server has to be told.
 *
 * @param secrets of the webhook
 * @param files in which secrets lie
 * @param driftEvery how often it looks for drift; empty for never
 */
record ServeSettings(
        Credentials credentials,
        Supplier<WebhookSecrets> secrets,
        List<Path> files,
        InetSocketAddress address,
        Optional<Duration> driftEvery) {
    private static final String THIS_MACHINE = "127.0.0.1";
    private static final String USUAL_PORT = "8080";
    private static final int HIGHEST_PORT = 65_535;

    /** @throws dev.nanokit.cli.report.Refusal with everything that is missing or wrong */
    static ServeSettings read(Typed typed, Surroundings surroundings) {
        Mistakes mistakes = new Mistakes();
        InetSocketAddress address = address(typed, surroundings, mistakes);
        Optional<Duration> driftEvery = DriftEvery.read(typed.driftEvery(), surroundings, mistakes);
        Secrets secrets = AppInVault.named(typed.app(), surroundings, mistakes)
                .map(vault -> Secrets.inVault(vault, typed, surroundings, mistakes))
                .orElseGet(() -> Secrets.inFiles(typed, surroundings, mistakes));
        return new ServeSettings(secrets.credentials(), secrets.webhook(), secrets.files(), address, driftEvery);
    }

    /** What of it is secret, wherever it is kept. */
    private record Secrets(Credentials credentials, Supplier<WebhookSecrets> webhook, List<Path> files) {
        /** AWS is not asked before all else is in order. */
        static Secrets inVault(AppInVault vault, Typed typed, Surroundings surroundings, Mistakes mistakes) {
            mistakes.refuseBoth(
                    Setting.SECRETS_MANAGER,
                    Setting.WEBHOOK_SECRET_FILE,
                    typed.secretFiles().stream().findFirst(),
                    surroundings);
            URI api = Credentials.api(typed.app(), surroundings, mistakes);
            mistakes.refuse();
            return new Secrets(vault.credentials(api), vault.webhookSecrets(), List.of());
        }

        static Secrets inFiles(Typed typed, Surroundings surroundings, Mistakes mistakes) {
            Credentials credentials = Credentials.read(typed.app(), surroundings, mistakes);
            SecretFiles secrets = SecretFiles.read(typed.secretFiles(), surroundings, mistakes);
            mistakes.refuse();
            List<Path> files = Stream.concat(credentials.files().stream(), secrets.files().stream())
                    .toList();
            return new Secrets(credentials, secrets, files);
        }
    }

    private static InetSocketAddress address(Typed typed, Surroundings surroundings, Mistakes mistakes) {
        String host = Setting.ADDRESS.value(typed.address(), surroundings).orElse(THIS_MACHINE);
        String port = Setting.PORT.value(typed.port(), surroundings).orElse(USUAL_PORT);
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > HIGHEST_PORT) {
            mistakes.add(
                    "'" + port + "' is no port", "give a number up to " + HIGHEST_PORT + "; 0 takes any that is free");
            return new InetSocketAddress(0);
        }
        try {
            return new InetSocketAddress(InetAddress.getByName(host), Integer.parseInt(port));
        } catch (UnknownHostException e) {
            mistakes.add("'" + host + "' is no address of this machine", "give 127.0.0.1, or 0.0.0.0 for all");
            return new InetSocketAddress(0);
        }
    }

    /** As it was typed; what is left out is looked for in the environment. */
    record Typed(
            AppOptions app,
            List<String> secretFiles,
            Optional<String> address,
            Optional<String> port,
            Optional<String> driftEvery) {}
}
