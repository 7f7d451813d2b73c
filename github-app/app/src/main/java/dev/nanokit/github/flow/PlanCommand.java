package dev.nanokit.github.flow;

import dev.nanokit.github.command.Command;
import dev.nanokit.github.flow.memory.PullRequestNote;
import dev.nanokit.github.flow.memory.PullRequestNotes;
import dev.nanokit.github.policy.Decision;
import dev.nanokit.github.policy.Permission;
import dev.nanokit.github.policy.Policy;
import dev.nanokit.github.report.Answer;
import dev.nanokit.github.report.PostedCheck;
import dev.nanokit.webhook.trigger.PullRequestRef;
import java.util.List;
import java.util.Optional;

/** {@code /nanokit plan}. From a maintainer, it also says that a fork's commit may be planned: that one and no other. */
final class PlanCommand {
    private final PullRequestNotes pullRequests;
    private final PullRequestPlans plans;

    PlanCommand(PullRequestNotes pullRequests, PullRequestPlans plans) {
        this.pullRequests = pullRequests;
        this.plans = plans;
    }

    Answer run(CommandContext context, Command.Plan command) throws InterruptedException {
        List<Target> targets = context.targets(command.scope());
        Optional<Decision.Refused> refused = targets.stream()
                .flatMap(target ->
                        Policy.onCommand(context.person(), command, context.situation(target.powers()))
                                .refused()
                                .stream())
                .findFirst()
                .or(() -> context.refusal(command));
        if (targets.isEmpty() && refused.isEmpty()) {
            return Answers.nothing(command, context.pullRequest().baseBranch());
        }
        refused = refused.or(() -> moved(context));
        if (refused.isPresent()) {
            return Answer.refused(command, refused.get().reason());
        }
        List<PostedCheck> posted = plans.plan(context.view(), targets, approve(context), "");
        return posted.size() < targets.size()
                ? Answer.refused(command, Refusals.overtaken().reason())
                : Answers.checks(command, posted);
    }

    /** Whoever asks has seen a commit, and means no other. */
    private static Optional<Decision.Refused> moved(CommandContext context) {
        PullRequestRef now = context.pullRequest();
        Optional<String> seen = context.errand()
                .commit()
                .or(() -> now.fork() ? context.note().map(PullRequestNote::head) : Optional.empty());
        return seen.filter(sha -> !sha.equals(now.headSha())).map(sha -> Refusals.moved(now.headSha()));
    }

    private String approve(CommandContext context) {
        PullRequestRef now = context.pullRequest();
        if (!now.fork() || !context.person().permission().atLeast(Permission.WRITE)) {
            return context.approved();
        }
        return pullRequests
                .change(
                        context.errand().ref(),
                        now.number(),
                        before -> before.orElseGet(() -> PullRequestNote.first(now.headSha(), now.baseBranch()))
                                .approving(now.headSha()))
                .approved();
    }
}
