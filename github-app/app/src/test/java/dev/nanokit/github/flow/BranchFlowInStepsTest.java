package dev.nanokit.github.flow;

/** The same, step by step. */
class BranchFlowInStepsTest extends BranchFlowTest {
    @Override
    boolean inSteps() {
        return true;
    }
}
