package dev.nanokit.github.flow;

/** The same, step by step. */
class CommandFlowInStepsTest extends CommandFlowTest {
    @Override
    boolean inSteps() {
        return true;
    }

    /** Left out: where no process waits, nobody has to be told that one only waits. */
    @Override
    void applyThatOnlyWaitsSaysSoToWhoeverLetsItWork() {}
}
