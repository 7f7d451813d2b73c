package dev.nanokit.cli.github;

import dev.nanokit.cli.report.Failure;
import dev.nanokit.github.api.GitHubException;

/** Tells what GitHub's refusals mean to the user. */
public final class GitHubFailures {
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private GitHubFailures() {}

    public static Failure of(GitHubException e) {
        String code = e.status() == 0 ? "github" : "github/" + e.status();
        return Failure.failed(code, "GitHub: " + e.getMessage(), "", fix(e));
    }

    private static String fix(GitHubException e) {
        return switch (e.status()) {
            case 0 -> "check the network, and the API's address (--api-url)";
            case UNAUTHORIZED ->
                "check --app-id and --private-key-file: they must be of the same App; and this machine's clock";
            case NOT_FOUND ->
                "it is not there, or the App may not see it, or what was asked with is used up: begin again";
            default ->
                e.retryable()
                        ? "run the command again"
                                + e.retryAfter()
                                        .map(wait -> " in " + wait.toSeconds() + " s")
                                        .orElse("")
                        : "see what GitHub says above";
        };
    }
}
