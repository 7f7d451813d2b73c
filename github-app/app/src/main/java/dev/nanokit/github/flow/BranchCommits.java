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
    private final BranchSurvey survey;
    private final PlanRound round;
    private final ApplyRun apply;

    BranchCommits(FlowPorts ports, BranchSurvey survey, PlanRound round, ApplyRun apply) {
        this.ports = ports;
        this.survey = survey;
        this.round = round;
        this.apply = apply;
    }

    void pushed(Trigger.BranchPushed trigger) throws InterruptedException {
        Repository repository = ports.github().repository(trigger.repository());
        Commit commit =
                new Commit(trigger.repository(), repository, trigger.headSha(), new Origin.Branch(trigger.branch()));
        List<Target> targets = survey.targets(commit, trigger.branch());
        if (targets.isEmpty() || !repository.branchHead(trigger.branch()).equals(commit.sha())) {
            return;
        }
        survey.remember(commit, trigger.branch(), targets);
        for (Target target : targets) {
            pushed(commit, target, trigger);
        }
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
        Commit commit =
                new Commit(trigger.repository(), repository, trigger.headSha(), new Origin.Queue(trigger.baseBranch()));
        round.run(commit, queued(commit, trigger.baseBranch()), "");
    }

    /** Plans one check of a branch's or queue's commit again. */
    void again(RepositoryRef ref, String sha, CheckId id) throws InterruptedException {
        Repository repository = ports.github().repository(ref);
        Commit commit = new Commit(ref, repository, sha, id.origin());
        for (Target target : targets(commit, id)) {
            again(commit, target);
        }
    }

    void again(Commit commit, Target target) throws InterruptedException {
        round.one(commit, target, "");
    }

    /** The target that the check is about; empty where the commit has it no more. */
    List<Target> targets(Commit commit, CheckId id) {
        List<Target> all = switch (id.origin()) {
            case Origin.Branch(String name) -> survey.targets(commit, name);
            case Origin.Queue(String base) -> queued(commit, base);
            case Origin.PullRequest ignored -> List.of();
        };
        return all.stream().filter(target -> commit.check(target).equals(id)).toList();
    }

    private static List<Target> queued(Commit commit, String base) {
        return new Survey(
                        RepositoryReading.of(commit.repository(), commit.sha()),
                        RepositoryReading.of(commit.repository(), base),
                        base,
                        false)
                .targets(Optional.empty());
    }
}
