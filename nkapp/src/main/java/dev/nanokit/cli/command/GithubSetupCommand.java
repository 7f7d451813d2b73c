package dev.nanokit.cli.command;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.github.GitHubAccess;
import dev.nanokit.cli.github.setup.AppStores;
import dev.nanokit.cli.github.setup.SetupOperation;
import java.net.URI;
import java.nio.file.Path;

final class GithubSetupCommand extends ReportingCommand {
    private final Choice<String> organization =
            choice(String.class, 1, "NAME", "whose the App is to be; without it yours", "--organization");
    private final Choice<String> name = choice(
            String.class, 2, "NAME", "the App's name, at most 34 characters; can be changed at GitHub", "--name");
    private final Choice<URI> webhook = choice(
            URI.class, 3, "URL", "where GitHub will reach nkapp github serve: https://HOST/webhook", "--webhook-url");
    private final Choice<Integer> port =
            choice(Integer.class, 4, "PORT", "of the page on this machine; without it any that is free", "--port");
    private final Choice<Path> save =
            choice(Path.class, 5, "DIR", "where to keep key and secret; without it ~/.config/nanokit/github", "--save");
    private final Choice<String> vault = choice(
            String.class,
            6,
            "NAME",
            "keep them in AWS Secrets Manager, as NAME/private-key, NAME/webhook-secret and NAME/app",
            "--secrets-manager");
    private final Choice<URI> web =
            choice(URI.class, 7, "URL", "of a GitHub Enterprise Server: https://HOST", "--web-url");
    private final Choice<URI> api =
            choice(URI.class, 8, "URL", "of its API, where that is not https://HOST/api/v3", "--api-url");
    private final Flag force = flag(9, "overwrite the key and secret of another App", "--force");

    GithubSetupCommand(Session session) {
        super(
                session,
                "setup",
                "Register a GitHub App for Nanokit in one go, and keep its key and secret: through a page in the browser.");
    }

    @Override
    ExitStatus run() {
        return new SetupOperation(session(), json(), GitHubAccess::registration)
                .run(new SetupOperation.Request(
                        name.value(),
                        organization.value(),
                        web.value(),
                        api.value(),
                        webhook.value(),
                        port.value().orElse(0),
                        AppStores.choose(session().surroundings(), save.value(), vault.value()),
                        force.isSet()));
    }
}
