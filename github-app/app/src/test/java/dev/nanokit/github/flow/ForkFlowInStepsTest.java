package dev.nanokit.github.flow;

/** The same, step by step. */
class ForkFlowInStepsTest extends ForkFlowTest {
    @Override
    boolean inSteps() {
        return true;
    }
}
