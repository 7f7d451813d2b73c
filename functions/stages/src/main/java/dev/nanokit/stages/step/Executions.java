package dev.nanokit.stages.step;

/** The executions of the workflows, each named after its run. */
@FunctionalInterface
public interface Executions {
    /** Whether somebody is at work on the run. */
    boolean isRunning(String run);
}
