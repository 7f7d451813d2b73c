package dev.nanokit.github.flow;

/** The same, step by step. */
class DeliveryOrderInStepsTest extends DeliveryOrderTest {
    @Override
    boolean inSteps() {
        return true;
    }
}
