package dev.nanokit.cli.github.serve;

import java.util.concurrent.CountDownLatch;

/** What makes the server stop: somebody asked it to, or another server has its state. */
final class Ending {
    private final CountDownLatch told = new CountDownLatch(1);
    private volatile boolean stateLost;

    void ask() {
        told.countDown();
    }

    void loseState() {
        stateLost = true;
        told.countDown();
    }

    void await() throws InterruptedException {
        told.await();
    }

    boolean hasLostState() {
        return stateLost;
    }
}
