package dev.nanokit.github.flow;

import dev.nanokit.engine.config.GitRules;
import dev.nanokit.engine.config.NanokitConfig;
import dev.nanokit.github.api.Repository;
import dev.nanokit.github.flow.CheckId.Origin;
import dev.nanokit.github.flow.Target.Finding;
import dev.nanokit.github.flow.reading.RepositoryReading;
import dev.nanokit.webhook.trigger.RepositoryRef;
import dev.nanokit.webhook.trigger.Trigger;
import java.util.List;
import java.util.Optional;

/** A mapped branch has moved: it is applied, or planned where its file wants to be asked. So is a merge queue's group. */
final class BranchCommits {
    private final FlowPorts ports;
    private final PlanRound round;
    private final ApplyRun apply;

    BranchCommits(FlowPorts ports, PlanRound round, ApplyRun apply) {
        this.ports = ports;
        this.round = round;
        this.apply = apply;
    }

    /** The targets of a branch's own commit. */
    static List<Target> targets(RepositoryReading files, String branch) {
        return new Survey(files, files, branch, false).targets(Optional.empty());
    }

    void pushed(Trigger.BranchPushed trigger) throws InterruptedException {
        Repository repository = ports.github().repository(trigger.repository());
        Commit commit =
                new Commit(trigger.repository(), repository, trigger.headSha(), new Origin.Branch(trigger.branch()));
        List<Target> targets = targets(RepositoryReading.of(repository, commit.sha()), trigger.branch()).stream()
                .filter(BranchCommits::isMapped)
                .toList();
        if (targets.isEmpty() || !repository.branchHead(trigger.branch()).equals(commit.sha())) {
            return;
        }
        for (Target target : targets) {
            pushed(commit, target, trigger);
        }
    }

    /** Of a file that can't be used nobody can tell; that is for the pull request to say. */
    private static boolean isMapped(Target target) {
        return target.powers().environment().isPresent();
    }

    private void pushed(Commit commit, Target target, Trigger.BranchPushed trigger) throws InterruptedException {
        Optional<NanokitConfig> config =
                target.finding() instanceof Finding.Valid valid ? Optional.of(valid.config()) : Optional.empty();
        boolean applies = target.powers()
                .rules()
                .map(GitRules::apply)
                .filter(GitRules.Apply.MERGE::equals)
                .isPresent();
        if (config.isPresent() && applies) {
            apply.run(commit, target, config.get(), order(commit, trigger));
        } else {
            round.one(commit, target, "");
        }
    }

    private Order order(Commit commit, Trigger.BranchPushed trigger) {
        return new Order(
                "push/" + LaneNames.in(commit.ref(), "@" + commit.sha()),
                "@" + trigger.sender().login(),
                "apply of " + trigger.branch(),
                commit.link(ports.settings()),
                false,
                false,
                Optional.empty());
    }

    void queued(Trigger.MergeGroupRequested trigger) throws InterruptedException {
        Repository repository = ports.github().repository(trigger.repository());
        group(trigger.repository(), trigger.headSha(), trigger.baseBranch(), repository);
    }

    private void group(RepositoryRef ref, String sha, String base, Repository repository) throws InterruptedException {
        Survey survey =
                new Survey(RepositoryReading.of(repository, sha), RepositoryReading.of(repository, base), base, false);
        round.run(new Commit(ref, repository, sha, new Origin.Queue(base)), survey.targets(Optional.empty()), "");
    }

    /** Plans one check of a branch's or queue's commit again. */
    void again(RepositoryRef ref, String sha, CheckId id) throws InterruptedException {
        Repository repository = ports.github().repository(ref);
        Commit commit = new Commit(ref, repository, sha, id.origin());
        for (Target target : targets(commit, id)) {
            round.one(commit, target, "");
        }
    }

    /** The target that the check is about; empty where the commit has it no more. */
    static List<Target> targets(Commit commit, CheckId id) {
        RepositoryReading files = RepositoryReading.of(commit.repository(), commit.sha());
        List<Target> all = switch (id.origin()) {
            case Origin.Branch(String name) -> targets(files, name);
            case Origin.Queue(String base) ->
                new Survey(files, RepositoryReading.of(commit.repository(), base), base, false)
                        .targets(Optional.empty());
            case Origin.PullRequest ignored -> List.of();
        };
        return all.stream().filter(target -> commit.check(target).equals(id)).toList();
    }
}
