package dev.nanokit.github.report;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.source.Places;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.stages.ApplyResult;
import dev.nanokit.state.lock.Acquisition;
import java.time.Instant;
import java.util.List;

/** Where a commit stands on its way from a push to an applied environment. */
public sealed interface CheckState {
    record Planning() implements CheckState {}

    /** @param places of the head's file: a deleted resource stands nowhere in it, so its section is pointed at */
    record Planned(Plan plan, Places places) implements CheckState {}

    /** @param problems every error of the file, and its warnings */
    record Invalid(List<Problem> problems) implements CheckState {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /**
     * There is no plan, though nothing is wrong with the file: a provider or a secret could not be read.
     *
     * @param message never holds a secret
     * @param fix what the user can do; may be empty
     */
    record Unplannable(String message, String fix) implements CheckState {}

    /** The base branch has the component's nanokit.yml, and the commit has not. */
    record Removed() implements CheckState {}

    /** A fork's commit that no maintainer has asked to plan. */
    record WaitingForApproval() implements CheckState {}

    /**
     * Nothing is done, and trying again will not help.
     *
     * @param reason why, and what to do; Markdown of our own words
     */
    record Refused(String reason) implements CheckState {}

    /** Somebody else holds the lock. It goes on by itself. */
    record WaitingForLock(Acquisition.Blocked by, Instant now) implements CheckState {}

    /** The infrastructure that is shared is not there yet. It goes on by itself. */
    record WaitingForShared(String why) implements CheckState {}

    record Applying(ApplyProgress progress, Instant now) implements CheckState {}

    /** @param places of the file that was applied */
    record Finished(ApplyResult result, Places places, Instant now) implements CheckState {}

    /**
     * Another apply has changed the environment, so the plan that was shown is not what an apply would do.
     *
     * @param by what changed it, in our words, such as {@code apply of #12}; may be empty
     */
    record Outdated(String by) implements CheckState {}

    /** A newer commit was pushed. */
    record Superseded(String newerSha) implements CheckState {}

    /**
     * The process died while it applied this, and it is not gone on with.
     *
     * @param why in our own words, such as {@code the pull request was closed}
     */
    record CutShort(String why) implements CheckState {}

    /** @param why in our own words, such as {@code the pull request was closed} */
    record Cancelled(String why) implements CheckState {}
}
