package dev.nanokit.github.flow;

import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.flow.CheckId.Origin;
import dev.nanokit.github.flow.memory.ShownNotes;
import dev.nanokit.github.flow.memory.ShownNotes.Shown;
import dev.nanokit.github.report.PostedCheck;
import dev.nanokit.github.report.Remark;
import java.util.List;
import java.util.Optional;

/**
 * Remembers what checks show, where that has to be shown once more: those of a branch's own commit, on which whoever
 * presses a button is answered, and those of a pull request that has a comment of them all.
 */
final class StandingChecks {
    private final ShownNotes notes;
    private final FlowSettings settings;

    StandingChecks(ShownNotes notes, FlowSettings settings) {
        this.notes = notes;
        this.settings = settings;
    }

    /** The check with what has been remarked on it. A remark is good for as long as what it was made about goes on. */
    CheckRun remarked(Commit commit, CheckRun check) {
        if (isOfAPullRequest(commit)) {
            return check;
        }
        String remark = notes.remark(commit.ref(), commit.sha(), check.externalId());
        if (!remark.isEmpty() && !goesOn(commit, check)) {
            notes.remark(commit.ref(), commit.sha(), check.externalId(), "");
            return check;
        }
        return Remark.on(check, remark);
    }

    private boolean goesOn(Commit commit, CheckRun check) {
        return notes.find(commit.ref(), commit.sha(), check.externalId())
                .filter(shown -> isOpen(shown.check()))
                .isPresent();
    }

    /**
     * It shows this now. What was remarked in the same moment is shown too: either this finds it, or whoever remarks
     * finds this.
     *
     * @param posted as it was posted, with or without a remark
     */
    void shown(Commit commit, long id, CheckRun check, CheckRun posted) {
        if (isOfAPullRequest(commit)) {
            if (settings.planComments()) {
                notes.keep(commit.ref(), commit.sha(), new Shown(id, check.saying(check.summary(), "")));
            }
            return;
        }
        notes.keep(commit.ref(), commit.sha(), new Shown(id, isOpen(check) ? check.saying("", "") : check));
        CheckRun now = Remark.on(check, notes.remark(commit.ref(), commit.sha(), check.externalId()));
        if (!isOpen(check) && !now.equals(posted)) {
            commit.repository().updateCheck(id, now);
        }
    }

    /** Says something on a check of a branch's commit. On one that shows something that goes on, it comes with the next news. */
    void remark(Commit commit, CheckId check, String remark) {
        notes.remark(commit.ref(), commit.sha(), check.external(), remark);
        Optional<Shown> shown = notes.find(commit.ref(), commit.sha(), check.external());
        if (shown.isPresent() && !isOpen(shown.get().check())) {
            commit.repository()
                    .updateCheck(shown.get().id(), Remark.on(shown.get().check(), remark));
        }
    }

    /** The checks of the pull request at the commit. */
    List<PostedCheck> of(Commit commit) {
        return notes.of(commit.ref(), commit.sha()).stream()
                .filter(shown -> CheckId.parse(shown.check().externalId())
                        .filter(id -> id.origin().equals(commit.origin()))
                        .isPresent())
                .map(shown ->
                        new PostedCheck(shown.check(), Optional.of(CheckReporter.url(settings, commit, shown.id()))))
                .toList();
    }

    private static boolean isOfAPullRequest(Commit commit) {
        return commit.origin() instanceof Origin.PullRequest;
    }

    private static boolean isOpen(CheckRun check) {
        return check.status() != CheckRun.Status.COMPLETED;
    }
}
