package dev.nanokit.github.flow;

import dev.nanokit.engine.config.NanokitConfig;
import dev.nanokit.github.api.Repository;
import dev.nanokit.github.command.Command;
import dev.nanokit.github.flow.memory.Approval;
import dev.nanokit.github.flow.memory.CheckNote;
import dev.nanokit.github.policy.Decision.Refused;
import dev.nanokit.github.policy.Person;
import dev.nanokit.github.policy.Policy;
import dev.nanokit.github.report.Remark;
import dev.nanokit.state.lock.HeldLock;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.webhook.log.JsonLog;
import dev.nanokit.webhook.trigger.Trigger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Buttons on the checks of a branch's own commits. There is no comment to answer there, so the check itself answers. */
final class BranchButtons {
    private final FlowPorts ports;
    private final BranchCommits branches;
    private final CheckReporter checks;
    private final StandingChecks standing;
    private final ApplyRun apply;

    BranchButtons(
            FlowPorts ports, BranchCommits branches, CheckReporter checks, StandingChecks standing, ApplyRun apply) {
        this.ports = ports;
        this.branches = branches;
        this.checks = checks;
        this.standing = standing;
        this.apply = apply;
    }

    void pressed(Trigger.CheckActionRequested trigger, CheckId id, Command command, String name)
            throws InterruptedException {
        Repository repository = ports.github().repository(trigger.repository());
        Commit commit = new Commit(trigger.repository(), repository, trigger.headSha(), id.origin());
        Person person = new Person(
                repository.permissionOf(trigger.sender().login()),
                trigger.sender().bot(),
                false);
        List<Target> targets = branches.targets(commit, id);
        for (Target target : targets) {
            Optional<Refused> refused = Policy.onCommand(person, command, Situations.branch(commit, target.powers()))
                    .refused()
                    .or(() -> moved(commit, command));
            if (refused.isPresent()) {
                refuse(commit, id, trigger, refused.get());
            } else {
                carryOut(commit, target, command, trigger, name);
            }
        }
    }

    /** An older commit is not applied over a newer one. */
    private static Optional<Refused> moved(Commit commit, Command command) {
        if (command instanceof Command.Apply && commit.origin() instanceof CheckId.Origin.Branch(String branch)) {
            return Optional.of(commit.repository().branchHead(branch))
                    .filter(head -> !head.equals(commit.sha()))
                    .map(Refusals::moved);
        }
        return Optional.empty();
    }

    private void carryOut(
            Commit commit, Target target, Command command, Trigger.CheckActionRequested trigger, String name)
            throws InterruptedException {
        Optional<NanokitConfig> config = target.config();
        if (command instanceof Command.Unlock && config.isPresent()) {
            unlock(commit, target, config.get(), trigger);
        } else if (command instanceof Command.Apply && config.isPresent()) {
            Optional<Approval> shown = checks.note(commit, target).flatMap(CheckNote::approval);
            Holder holder = holder(commit, trigger, "apply of " + commit.sha());
            apply.run(
                    commit,
                    target,
                    config.get(),
                    new Order(
                            name,
                            holder.who(),
                            holder.what(),
                            holder.link(),
                            false,
                            false,
                            Optional.of(shown.orElse(Approval.NONE))));
        } else {
            branches.again(commit, target);
        }
    }

    private void unlock(Commit commit, Target target, NanokitConfig config, Trigger.CheckActionRequested trigger) {
        Holder by = holder(commit, trigger, "unlock");
        List<HeldLock> cleared = ports.locks().unlock(Inputs.id(commit, config, target.environment()), by);
        standing.remark(
                commit,
                commit.check(target),
                Remark.unlocked(trigger.sender().login(), target.environment(), cleared, by.since()));
    }

    private Holder holder(Commit commit, Trigger.CheckActionRequested trigger, String what) {
        return new Holder(
                "@" + trigger.sender().login(),
                what,
                commit.link(ports.settings()),
                ports.clock().instant());
    }

    private void refuse(Commit commit, CheckId id, Trigger.CheckActionRequested trigger, Refused refused) {
        String login = trigger.sender().login();
        standing.remark(commit, id, Remark.refused(login, trigger.identifier(), refused.reason()));
        ports.log()
                .write(
                        JsonLog.Level.INFO,
                        "button refused",
                        Map.of(
                                "repository", trigger.repository().fullName(),
                                "login", login,
                                "rule", refused.rule().name()));
    }
}
