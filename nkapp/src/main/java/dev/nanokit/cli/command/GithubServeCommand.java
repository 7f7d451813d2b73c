package dev.nanokit.cli.command;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.github.serve.ServeOperation;

final class GithubServeCommand extends NkappCommand {
    private final Choice<String> port =
            choice(String.class, 1, "PORT", "to listen on; 8080 without it, 0 for any that is free", "--port");
    private final Choice<String> address =
            choice(String.class, 2, "ADDRESS", "to listen on; 127.0.0.1 without it, 0.0.0.0 for all", "--address");
    private final AppWords app = AppWords.addTo(this);
    private final Choices<String> secrets = choices(
            String.class,
            7,
            "FILE",
            "the webhook's secrets, one on a line; may be given several times, while a secret is exchanged",
            "--webhook-secret-file");

    private final Flag planComments =
            flag(8, "give each pull request a comment that shows its checks, kept up to date", "--plan-comments");

    private final Choice<String> driftEvery = choice(
            String.class,
            9,
            "SPAN",
            "how often to look whether what was applied is as it was applied; 24h without it, off for never",
            "--drift-every");

    private final Choice<String> publicUrl = choice(
            String.class,
            10,
            "URL",
            "where browsers reach this, as https://nanokit.example.com: checks then link to whole plans there",
            "--public-url");

    GithubServeCommand(Session session) {
        super(
                session,
                "serve",
                "Run the GitHub App: takes webhooks on /webhook, answers on /health, counts on /metrics, logs to standard"
                        + " output.",
                "Each option is an environment variable too: NANOKIT_GITHUB_PORT, NANOKIT_GITHUB_APP_ID …");
    }

    @Override
    ExitStatus run() {
        return new ServeOperation(session())
                .run(new ServeOperation.Request(
                        app.options(),
                        secrets.values(),
                        address.value(),
                        port.value(),
                        planComments.isSet(),
                        driftEvery.value(),
                        publicUrl.value()));
    }
}
