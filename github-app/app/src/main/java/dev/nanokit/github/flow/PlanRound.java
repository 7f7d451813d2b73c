package dev.nanokit.github.flow;

import dev.nanokit.github.flow.memory.CheckNote;
import dev.nanokit.github.report.CheckState;
import dev.nanokit.github.report.PostedCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans the targets of a commit one after the other, and shows each on its check as soon as it is planned. */
final class PlanRound {
    private final Planning planning;
    private final CheckReporter checks;
    private final Arrivals arrivals;
    private final Duration quick;

    PlanRound(Planning planning, CheckReporter checks, Arrivals arrivals, FlowSettings settings) {
        this.planning = planning;
        this.checks = checks;
        this.arrivals = arrivals;
        this.quick = settings.quickPlan();
    }

    /**
     * @param round those that have been shown in it are left alone
     * @return what was shown; fewer than the targets when a newer commit has arrived meanwhile
     */
    List<PostedCheck> run(Commit commit, List<Target> targets, String round) throws InterruptedException {
        List<PostedCheck> posted = new ArrayList<>();
        Suspensions suspensions = new Suspensions();
        for (Target target : targets) {
            if (arrivals.overtakes(commit)) {
                return posted;
            }
            if (!isShown(commit, target, round)) {
                suspensions.begin(() -> posted.add(one(commit, target, round)));
            }
        }
        suspensions.await();
        return posted;
    }

    PostedCheck one(Commit commit, Target target, String round) throws InterruptedException {
        CheckState state = SlowWork.await(
                () -> planning.plan(commit, target),
                quick,
                () -> checks.show(commit, target, new CheckState.Planning(), ""));
        return checks.show(commit, target, state, round);
    }

    private boolean isShown(Commit commit, Target target, String round) {
        Optional<CheckNote> note = checks.note(commit, target);
        return !round.isEmpty()
                && note.filter(shown -> shown.round().equals(round)).isPresent();
    }
}
