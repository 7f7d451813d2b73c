package dev.nanokit.github.flow;

import dev.nanokit.github.flow.Target.Finding;
import dev.nanokit.github.flow.memory.CheckNote;
import dev.nanokit.github.flow.memory.CheckNotes;
import dev.nanokit.github.flow.memory.PullRequestNote;
import dev.nanokit.github.flow.memory.PullRequestNotes;
import dev.nanokit.github.policy.Policy;
import dev.nanokit.github.report.CheckState;
import dev.nanokit.github.report.PostedCheck;
import dev.nanokit.webhook.trigger.PullRequestRef;
import dev.nanokit.webhook.trigger.RepositoryRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Plans the head of a pull request that nobody asked to plan: it was pushed, or things have changed around it. */
final class PullRequestPlans {
    private final FlowPorts ports;
    private final PullRequestNotes pullRequests;
    private final CheckNotes checkNotes;
    private final CheckReporter checks;
    private final PlanRound round;
    private final PlanComment comment;
    private final Arrivals arrivals;

    PullRequestPlans(
            FlowPorts ports,
            PullRequestNotes pullRequests,
            CheckNotes checkNotes,
            CheckReporter checks,
            PlanRound round,
            PlanComment comment,
            Arrivals arrivals) {
        this.ports = ports;
        this.pullRequests = pullRequests;
        this.checkNotes = checkNotes;
        this.checks = checks;
        this.round = round;
        this.comment = comment;
        this.arrivals = arrivals;
    }

    /**
     * Takes the commit up as the head, and plans it whole. When another delivery arrives meanwhile, the rest is left to
     * that one: it plans a newer commit, or goes on with this one where it was only late.
     */
    void takeUp(RepositoryRef ref, PullRequestRef pullRequest) throws InterruptedException {
        supersede(ref, pullRequest);
        PullRequestNote note = pullRequests.change(
                ref,
                pullRequest.number(),
                before -> before.orElseGet(() -> PullRequestNote.first(pullRequest.headSha(), pullRequest.baseBranch()))
                        .planning(pullRequest.headSha(), pullRequest.baseBranch()));
        PullRequestView view = PullRequestView.of(ref, ports.github().repository(ref), pullRequest);
        plan(view, view.survey().targets(Optional.empty()), note.approved(), note.round());
        if (arrivals.overtakes(view.commit())) {
            return;
        }
        pullRequests.change(
                ref, pullRequest.number(), before -> before.orElse(note).planned(note.round()));
    }

    /** Plans those of a head that is taken up already, and says so in the comment of the plans where there is one. */
    List<PostedCheck> plan(PullRequestView view, List<Target> targets, String approved, String name)
            throws InterruptedException {
        List<Target> planned = new ArrayList<>();
        List<PostedCheck> posted = new ArrayList<>();
        for (Target target : targets) {
            if (target.finding() instanceof Finding.Valid && isUnapproved(view, target, approved)) {
                posted.add(checks.show(view.commit(), target, new CheckState.WaitingForApproval(), name));
            } else {
                planned.add(target);
            }
        }
        posted.addAll(round.run(view.commit(), planned, name));
        if (!arrivals.overtakes(view.commit())) {
            comment.update(view.commit());
        }
        return posted;
    }

    private static boolean isUnapproved(PullRequestView view, Target target, String approved) {
        return !Policy.onPush(Situations.pullRequest(
                        Situations.open(view.pullRequest()), view.pullRequest(), approved, target.powers()))
                .allowed();
    }

    /** What goes on for the commit before this one is over. What has ended stays as it is. */
    private void supersede(RepositoryRef ref, PullRequestRef pullRequest) {
        Optional<PullRequestNote> before = pullRequests.find(ref, pullRequest.number());
        if (before.isPresent() && !before.get().head().equals(pullRequest.headSha())) {
            CheckState superseded = new CheckState.Superseded(pullRequest.headSha());
            close(ref, pullRequest.number(), before.get().head(), check -> superseded);
        }
    }

    /**
     * Ends every check of the pull request at the commit that shows something that goes on.
     *
     * @param end how the check of that external id ends
     */
    void close(RepositoryRef ref, int number, String sha, Function<String, CheckState> end) {
        Commit commit = new Commit(ref, ports.github().repository(ref), sha, new CheckId.Origin.PullRequest(number));
        for (CheckNote note : checkNotes.of(ref, sha)) {
            Optional<CheckId> id =
                    CheckId.parse(note.external()).filter(it -> it.origin().equals(commit.origin()));
            if (note.open() && id.isPresent()) {
                checks.show(commit, Target.unread(id.get(), note.named()), end.apply(note.external()), "");
            }
        }
    }
}
