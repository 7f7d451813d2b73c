package dev.nanokit.github.flow;

import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.command.Command;
import dev.nanokit.github.command.CommentParser;
import dev.nanokit.webhook.log.JsonLog;
import dev.nanokit.webhook.trigger.RepositoryRef;
import dev.nanokit.webhook.trigger.Trigger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The GitHub App: does what a trigger asks for. A trigger may be handled any number of times; those of one pull request
 * come one at a time, except for those that are {@link #beside}. In one process at a time, as its server is.
 */
public final class GitHubApp {
    private final FlowPorts ports;
    private final FlowParts parts;
    private final Arrivals arrivals;
    private final Turns turns;

    /** In one process, which alone does the work. */
    public GitHubApp(FlowPorts ports) {
        this(ports, new ArrivalsHere(), new TurnsHere());
    }

    GitHubApp(FlowPorts ports, Arrivals arrivals, Turns turns) {
        this.ports = ports;
        this.arrivals = arrivals;
        this.turns = turns;
        this.parts = new FlowParts(ports, arrivals, turns);
    }

    /**
     * Does the work to its end.
     *
     * @throws GitHubException when it may go through later, with how long GitHub asks to wait: handle it again then
     * @throws RuntimeException when it could not be done: handle it again
     * @throws InterruptedException when the process is to end: handle it again after the next start
     */
    public void handle(Trigger trigger) throws InterruptedException {
        try {
            act(trigger);
            replan(trigger);
        } catch (GitHubException e) {
            if (e.retryable()) {
                throw e;
            }
            log(trigger, e);
        }
    }

    /** Names what the trigger is about, of which one is handled at a time: a pull request, or a branch or commit. */
    public String lane(Trigger trigger) {
        return LaneNames.of(trigger);
    }

    /** What the trigger itself asks for. */
    void act(Trigger trigger) throws InterruptedException {
        if (beside(trigger) || trigger instanceof Trigger.InstallationChanged) {
            dispatch(trigger);
        } else {
            turns.take(lane(trigger), () -> dispatch(trigger));
        }
        parts.runs.forgetTold();
    }

    /** What has become due by it, or by others. */
    void replan(Trigger trigger) throws InterruptedException {
        Optional<RepositoryRef> repository = repository(trigger);
        if (repository.isPresent()) {
            parts.replans.all(repository.get());
        }
    }

    /** Told of a trigger as soon as it has arrived: what waits for something older need not wait on. */
    public void arrived(Trigger trigger) {
        arrivals.note(trigger);
    }

    /** Whether the trigger frees its pull request from waiting, or only looks, and so is handled at once. */
    public boolean beside(Trigger trigger) {
        return switch (trigger) {
            case Trigger.CommentCreated comment -> {
                List<Command> commands = CommentParser.parse(comment.body());
                yield !commands.isEmpty() && commands.stream().allMatch(GitHubApp::onlyFrees);
            }
            case Trigger.CheckActionRequested button -> button.identifier().equals("unlock");
            default -> false;
        };
    }

    private static boolean onlyFrees(Command command) {
        return switch (command) {
            case Command.Unlock ignored -> true;
            case Command.Status ignored -> true;
            case Command.Help ignored -> true;
            case Command.Wrong ignored -> true;
            case Command.Plan ignored -> false;
            case Command.Apply ignored -> false;
            case Command.Destroy ignored -> false;
        };
    }

    private void dispatch(Trigger trigger) throws InterruptedException {
        switch (trigger) {
            case Trigger.PullRequestChanged changed -> parts.changes.changed(changed);
            case Trigger.PullRequestClosed closed -> parts.changes.closed(closed);
            case Trigger.CommentCreated comment -> comment(comment);
            case Trigger.CheckRerequested again -> parts.requests.one(again);
            case Trigger.CheckSuiteRerequested again -> parts.requests.all(again);
            case Trigger.CheckActionRequested button -> parts.buttons.pressed(button);
            case Trigger.MergeGroupRequested group -> parts.branches.queued(group);
            case Trigger.BranchPushed pushed -> parts.branches.pushed(pushed);
            case Trigger.InstallationChanged installation -> parts.installations.changed(installation);
            case Trigger.Ignored ignored -> {}
        }
    }

    /** Bots are not listened to, this App's own comments first of all. */
    private void comment(Trigger.CommentCreated comment) throws InterruptedException {
        List<Command> commands = comment.author().bot() ? List.of() : CommentParser.parse(comment.body());
        if (!commands.isEmpty()) {
            parts.errands.run(new Errand(
                    "comment/" + LaneNames.in(comment.repository(), "/" + comment.commentId()),
                    comment.repository(),
                    comment.pullRequest(),
                    comment.author(),
                    commands,
                    Optional.empty(),
                    OptionalLong.of(comment.commentId())));
        }
    }

    static Optional<RepositoryRef> repository(Trigger trigger) {
        return switch (trigger) {
            case Trigger.PullRequestChanged t -> Optional.of(t.repository());
            case Trigger.PullRequestClosed t -> Optional.of(t.repository());
            case Trigger.CommentCreated t -> Optional.of(t.repository());
            case Trigger.CheckRerequested t -> Optional.of(t.repository());
            case Trigger.CheckActionRequested t -> Optional.of(t.repository());
            case Trigger.CheckSuiteRerequested t -> Optional.of(t.repository());
            case Trigger.MergeGroupRequested t -> Optional.of(t.repository());
            case Trigger.BranchPushed t -> Optional.of(t.repository());
            case Trigger.InstallationChanged ignored -> Optional.empty();
            case Trigger.Ignored ignored -> Optional.empty();
        };
    }

    /** Trying again would not help. */
    void log(Trigger trigger, GitHubException e) {
        ports.log()
                .write(
                        JsonLog.Level.ERROR,
                        "GitHub refused",
                        Map.of(
                                "trigger", trigger.getClass().getSimpleName(),
                                "repository",
                                        repository(trigger)
                                                .map(RepositoryRef::fullName)
                                                .orElse(""),
                                "status", e.status(),
                                "error", String.valueOf(e.getMessage())));
    }
}
