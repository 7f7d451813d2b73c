package dev.nanokit.github.flow;

import dev.nanokit.github.flow.CheckId.Origin;
import dev.nanokit.github.flow.memory.CheckNote;
import dev.nanokit.github.flow.memory.CheckNotes;
import dev.nanokit.github.flow.memory.PullRequestNote;
import dev.nanokit.github.flow.memory.PullRequestNotes;
import dev.nanokit.webhook.trigger.PullRequestRef;
import dev.nanokit.webhook.trigger.RepositoryRef;
import dev.nanokit.webhook.trigger.Trigger;
import java.util.List;
import java.util.Optional;

/**
 * Somebody has pressed GitHub's own <em>Re-run</em>: the same commit is planned again. That is no word about a fork's
 * commit, which stays as unapproved as it was.
 */
final class CheckRequests {
    private final FlowPorts ports;
    private final CheckNotes notes;
    private final PullRequestNotes pullRequests;
    private final PullRequestPlans plans;
    private final BranchCommits branches;

    CheckRequests(
            FlowPorts ports,
            CheckNotes notes,
            PullRequestNotes pullRequests,
            PullRequestPlans plans,
            BranchCommits branches) {
        this.ports = ports;
        this.notes = notes;
        this.pullRequests = pullRequests;
        this.plans = plans;
        this.branches = branches;
    }

    void one(Trigger.CheckRerequested trigger) throws InterruptedException {
        Optional<CheckId> id = CheckId.parse(trigger.externalId());
        if (id.isPresent()) {
            again(trigger.repository(), trigger.headSha(), List.of(id.get()));
        }
    }

    /** All that this App has shown at the commit. */
    void all(Trigger.CheckSuiteRerequested trigger) throws InterruptedException {
        List<CheckId> ids = notes.of(trigger.repository(), trigger.headSha()).stream()
                .map(CheckNote::external)
                .flatMap(external -> CheckId.parse(external).stream())
                .toList();
        again(trigger.repository(), trigger.headSha(), ids);
    }

    private void again(RepositoryRef ref, String sha, List<CheckId> ids) throws InterruptedException {
        List<Integer> numbers = ids.stream()
                .flatMap(id -> id.origin() instanceof Origin.PullRequest(int number)
                        ? Optional.of(number).stream()
                        : Optional.<Integer>empty().stream())
                .distinct()
                .toList();
        for (int number : numbers) {
            pullRequest(ref, sha, number, ids);
        }
        for (CheckId id : ids) {
            if (!(id.origin() instanceof Origin.PullRequest)) {
                branches.again(ref, sha, id);
            }
        }
    }

    private void pullRequest(RepositoryRef ref, String sha, int number, List<CheckId> ids) throws InterruptedException {
        PullRequestRef now = ports.github().repository(ref).pullRequest(number);
        Optional<PullRequestNote> note = pullRequests.find(ref, number);
        if (!now.headSha().equals(sha) || note.filter(PullRequestNote::closed).isPresent()) {
            return;
        }
        PullRequestView view = PullRequestView.of(ref, ports.github().repository(ref), now);
        List<String> environments =
                ids.stream().map(CheckId::environment).distinct().toList();
        for (String environment : environments) {
            List<Target> targets = view.survey().targets(Optional.of(environment)).stream()
                    .filter(target -> ids.contains(view.commit().check(target)))
                    .toList();
            plans.plan(view, targets, note.map(PullRequestNote::approved).orElse(""), "");
        }
    }
}
