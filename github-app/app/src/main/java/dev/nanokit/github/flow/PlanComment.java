package dev.nanokit.github.flow;

import dev.nanokit.github.report.CommentRenderer;
import dev.nanokit.github.report.PostedCheck;
import java.util.List;
import java.util.Optional;

/** The one comment of a pull request that shows its checks, where such comments are wanted. */
final class PlanComment {
    private final boolean wanted;

    PlanComment(FlowSettings settings) {
        this.wanted = settings.planComments();
    }

    void show(PullRequestView view, List<PostedCheck> checks) {
        if (!wanted || checks.isEmpty()) {
            return;
        }
        int number = view.pullRequest().number();
        String body = CommentRenderer.plans(checks);
        Optional<Long> there = view.commit().repository().findComment(number, CommentRenderer.PLAN_MARKER);
        if (there.isPresent()) {
            view.commit().repository().updateComment(there.get(), body);
        } else {
            view.commit().repository().createComment(number, body);
        }
    }
}
