package dev.nanokit.github.flow;

import dev.nanokit.webhook.trigger.Trigger;
import java.util.Optional;

/**
 * Arrivals as seen by work that is gone on with: what it remembers of GitHub's answers says nothing against what has
 * arrived since.
 */
record ArrivalsOfWork(Arrivals arrivals) implements Arrivals {
    @Override
    public void note(Trigger trigger) {
        arrivals.note(trigger);
    }

    @Override
    public Optional<String> said(Commit commit) {
        return arrivals.said(commit);
    }

    @Override
    public void isCurrent(Commit commit, Optional<String> saidBefore) {}

    @Override
    public Arrivals now() {
        return arrivals;
    }

    @Override
    public boolean isRemoved(Commit commit) {
        return arrivals.isRemoved(commit);
    }
}
