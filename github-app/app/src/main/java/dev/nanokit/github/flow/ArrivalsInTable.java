package dev.nanokit.github.flow;

import dev.nanokit.github.flow.memory.ArrivalNotes;
import dev.nanokit.webhook.trigger.Trigger;
import java.util.Optional;

/** Arrivals as several processes share them. */
final class ArrivalsInTable implements Arrivals {
    private final ArrivalNotes notes;

    ArrivalsInTable(ArrivalNotes notes) {
        this.notes = notes;
    }

    @Override
    public void note(Trigger trigger) {
        Told.by(trigger).ifPresent(told -> notes.keepHead(told.ref(), told.what(), told.head()));
        if (trigger instanceof Trigger.InstallationChanged installation) {
            note(installation);
        }
    }

    private void note(Trigger.InstallationChanged installation) {
        long id = installation.installationId();
        switch (Told.ofRepositories(installation)) {
            case ALL_REMOVED -> notes.keepRemoved(id);
            case THESE_REMOVED -> notes.keepRemoved(id, installation.repositories());
            case GIVEN -> notes.keepGiven(id, installation.repositories());
        }
    }

    @Override
    public Optional<String> said(Commit commit) {
        return Told.what(commit).flatMap(what -> notes.head(commit.ref(), what));
    }

    @Override
    public void isCurrent(Commit commit, Optional<String> saidBefore) {
        Optional<String> what = Told.what(commit);
        if (what.isPresent() && saidBefore.isPresent()) {
            notes.correctHead(commit.ref(), what.get(), saidBefore.get(), commit.sha());
        }
    }

    @Override
    public boolean isRemoved(Commit commit) {
        return notes.isRemoved(commit.ref());
    }
}
