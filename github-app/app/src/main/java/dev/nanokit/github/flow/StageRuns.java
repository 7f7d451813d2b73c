package dev.nanokit.github.flow;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.stages.ApplyInput;
import dev.nanokit.stages.ApplyResult;
import dev.nanokit.stages.PlanInput;
import dev.nanokit.stages.RunEvent;
import java.util.List;
import java.util.Optional;

/** Runs of the stages that go on elsewhere, each under a name that the work gives it. */
public interface StageRuns {
    /** Whether it was asked for. */
    boolean isAsked(String run);

    /** Writes down what is asked for; nothing where that was done before. */
    void ask(String run, PlanInput input);

    /** Writes down what is asked for; nothing where that was done before. */
    void ask(String run, ApplyInput input);

    /**
     * The plan; empty while it is being made.
     *
     * @throws RuntimeException what {@link dev.nanokit.stages.Workflows#plan} throws, where the run has ended so
     */
    Optional<Plan> plan(String run);

    /**
     * How the apply ended; empty while it goes on.
     *
     * @throws RuntimeException what {@link dev.nanokit.stages.Workflows#apply} throws, where the run has ended so
     */
    Optional<ApplyResult> result(String run);

    /** What has happened in an apply so far, in order. */
    List<RunEvent> events(String run);

    /** It need not wait for others any longer; what it has begun, it does. */
    void cancel(String run);

    /** Its workflow has come to an end. Where it left no result, that is its result. */
    void ended(String run);
}
