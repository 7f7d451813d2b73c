package dev.nanokit.github.flow;

/** The same, step by step. */
class RepetitionInStepsTest extends RepetitionTest {
    @Override
    boolean inSteps() {
        return true;
    }
}
