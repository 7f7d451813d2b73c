package dev.nanokit.cli.github.receive;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.backend.Backend;
import dev.nanokit.cli.github.App;
import dev.nanokit.cli.operation.AtomicFile;
import dev.nanokit.cli.project.GitCheckout;
import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.Refusal;
import dev.nanokit.cli.terminal.Style;
import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.flow.FlowSettings;
import dev.nanokit.github.flow.Waiting;
import dev.nanokit.github.report.page.CheckPage;
import dev.nanokit.webhook.log.JsonLog;
import dev.nanokit.webhook.trigger.Trigger;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Replays a delivery on a folder, by the very flow that the App runs, and shows what would be posted. */
public record ReceiveOperation(Session session, boolean json, Style style) {
    private static final String FILE_NAME = "nanokit.yml";

    /**
     * @param folder stands in for the repository at the delivery's commit
     * @param base stands in for its branches; empty where the folder does
     * @param permission the sender's, by its name; empty for write
     * @param lacks what the pull request has not, of that which {@code git.require} may ask
     * @param html where to write a page
     */
    public record Request(
            String event,
            Path payload,
            Path folder,
            Optional<Path> base,
            Optional<String> permission,
            List<String> lacks,
            Optional<Path> html) {}

    public ExitStatus run(Request request) {
        Standing standing = Standing.of(request.permission(), request.lacks());
        Trigger trigger = PayloadFile.read(request.event(), resolve(request.payload()));
        Path head = folder(request.folder(), "--repo");
        Path base = request.base().map(named -> folder(named, "--base")).orElse(head);
        Posted posted = new Posted();
        Occasion.of(trigger, checkout(head), standing).ifPresent(occasion -> {
            requireFile(head, base);
            handle(trigger, new FolderRepository(occasion, new FolderTree(head), new FolderTree(base), posted));
        });
        show(new Received(trigger, posted), request.html());
        return ExitStatus.OK;
    }

    private void handle(Trigger trigger, FolderRepository repository) {
        try (Backend backend = session.backends().open(session.surroundings().variables());
                Scratch scratch = Scratch.open(session.surroundings().clock())) {
            App.of(ref -> repository, backend, scratch.table(), settings(), session, silent(), Waiting.UNNOTICED)
                    .handle(trigger);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Failure.failed("interrupted", "stopped before it was done", ""));
        } catch (GitHubException e) {
            throw new Refusal(Failure.failed("repo", String.valueOf(e.getMessage()), "", "see what --repo names"));
        }
    }

    /** As the App has them, but for waiting: who looks on is told of a lock at once. */
    private FlowSettings settings() {
        FlowSettings usual = FlowSettings.standard(
                "https://github.com", session.surroundings().variables());
        return new FlowSettings(
                usual.webUrl(),
                usual.planLinks(),
                usual.planComments(),
                usual.variables(),
                Duration.ZERO,
                usual.lease(),
                usual.quickPlan(),
                usual.betweenUpdates(),
                usual.replans());
    }

    /** What is worth knowing is in what would be posted. */
    private JsonLog silent() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new JsonLog(nowhere, session.surroundings().clock());
    }

    private void show(Received received, Optional<Path> html) {
        html.ifPresent(file -> AtomicFile.write(resolve(file), page(received)));
        String text = json
                ? ReceivedJson.of(received.posted()) + "\n"
                : new ReceivedText(style, session.surroundings().variables()).of(received);
        session.terminal().out().print(text);
        if (!json) {
            html.ifPresent(file -> session.terminal().out().print("\nThe same as a page: " + file + "\n"));
        }
        session.terminal().out().flush();
    }

    private static String page(Received received) {
        Posted posted = received.posted();
        List<String> comments =
                posted.comments().stream().map(Posted.Comment::body).toList();
        return CheckPage.render(received.heading(), posted.checks(), comments);
    }

    private static Occasion.Checkout checkout(Path folder) {
        Optional<GitCheckout> git = GitCheckout.around(folder);
        return Occasion.Checkout.of(git.flatMap(GitCheckout::commit), git.flatMap(GitCheckout::branch));
    }

    private static void requireFile(Path head, Path base) {
        if (new FolderTree(head).named(FILE_NAME).isEmpty()
                && new FolderTree(base).named(FILE_NAME).isEmpty()) {
            throw new Refusal(Failure.usage(
                    "there is no " + FILE_NAME + " in " + head + " or a folder below",
                    "the GitHub App does nothing in a repository without one",
                    "write one: nkapp init"));
        }
    }

    private Path folder(Path named, String option) {
        Path folder = resolve(named);
        if (!Files.isDirectory(folder)) {
            throw new Refusal(Failure.usage("there is no folder " + folder, "", "see what " + option + " names"));
        }
        return folder;
    }

    private Path resolve(Path named) {
        return session.surroundings().folder().resolve(named);
    }
}
