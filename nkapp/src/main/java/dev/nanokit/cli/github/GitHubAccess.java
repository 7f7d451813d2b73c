package dev.nanokit.cli.github;

import dev.nanokit.cli.github.settings.Credentials;
import dev.nanokit.github.api.AppRegistration;
import dev.nanokit.github.client.ClientSettings;
import dev.nanokit.github.client.GitHubClient;
import java.net.URI;
import java.time.Clock;

/** The ways to GitHub. */
public final class GitHubAccess {
    private static final String USER_AGENT = "nanokit";

    private GitHubAccess() {}

    public static GitHubClient client(Credentials credentials) {
        ClientSettings settings = new ClientSettings(
                credentials.api(), String.valueOf(credentials.appId()), credentials.key(), USER_AGENT);
        return GitHubClient.connect(settings, Clock.systemUTC());
    }

    /** For what needs no App yet. */
    public static AppRegistration registration(URI api) {
        return GitHubClient.registration(api, USER_AGENT);
    }

    /** Where people look at the GitHub with that API, without a slash at the end. */
    public static String web(URI api) {
        return ClientSettings.webUrl(api);
    }
}
