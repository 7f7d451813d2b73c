package dev.nanokit.cli.command;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.github.receive.ReceiveOperation;
import java.nio.file.Path;

final class GithubReceiveCommand extends ReportingCommand {
    private final Choice<String> event = required(
            String.class, 1, "NAME", "as in GitHub's X-GitHub-Event: pull_request, issue_comment …", "--event");
    private final Choice<Path> payload = required(Path.class, 2, "FILE", "what GitHub sent, as JSON", "--payload");
    private final Choice<Path> repository =
            required(Path.class, 3, "DIR", "stands in for the repository at the payload's commit", "--repo");
    private final Choice<Path> base =
            choice(Path.class, 4, "DIR", "stands in for the repository's branches; without it --repo does", "--base");
    private final Choice<String> permission = choice(
            String.class,
            5,
            "NAME",
            "what the sender may do: none, read, triage, write (the default), maintain or admin",
            "--permission");
    private final Choices<String> lacks = choices(
            String.class,
            6,
            "NAME",
            "what the pull request is not, though git.require may ask it: approved, mergeable or up_to_date; may be given"
                    + " several times",
            "--lacks");
    private final Choice<Path> html = choice(Path.class, 7, "FILE", "write what would be posted as a page", "--html");

    GithubReceiveCommand(Session session) {
        super(
                session,
                "receive",
                "Replay a webhook delivery on a folder, and show what the GitHub App would post. GitHub is not asked.",
                "Plans for real. Applies only where the payload says so, such as a comment /nanokit apply.");
    }

    @Override
    ExitStatus run() {
        return new ReceiveOperation(session(), json(), style())
                .run(new ReceiveOperation.Request(
                        event.get(),
                        payload.get(),
                        repository.get(),
                        base.value(),
                        permission.value(),
                        lacks.values(),
                        html.value()));
    }
}
