package dev.nanokit.github.flow;

import dev.nanokit.webhook.trigger.Trigger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Arrivals of this process, which forgets them with its end. */
final class ArrivalsHere implements Arrivals {
    private final Map<String, String> heads = new ConcurrentHashMap<>();
    private final Set<Long> removed = ConcurrentHashMap.newKeySet();
    private final Set<String> removedRepositories = ConcurrentHashMap.newKeySet();

    @Override
    public void note(Trigger trigger) {
        Told.by(trigger).ifPresent(told -> heads.put(told.lane(), told.head()));
        if (trigger instanceof Trigger.InstallationChanged installation) {
            note(installation);
        }
    }

    private void note(Trigger.InstallationChanged installation) {
        if (Told.isRemoval(installation)) {
            removed.add(installation.installationId());
        } else if (installation.action().equals("removed")) {
            removedRepositories.addAll(installation.repositories());
        } else {
            removed.remove(installation.installationId());
            installation.repositories().forEach(removedRepositories::remove);
        }
    }

    @Override
    public Optional<String> said(Commit commit) {
        return key(commit).map(heads::get);
    }

    @Override
    public void isCurrent(Commit commit, Optional<String> saidBefore) {
        Optional<String> key = key(commit);
        if (key.isPresent() && saidBefore.isPresent()) {
            heads.replace(key.get(), saidBefore.get(), commit.sha());
        }
    }

    @Override
    public boolean isRemoved(Commit commit) {
        return removed.contains(commit.ref().installationId())
                || removedRepositories.contains(commit.ref().fullName());
    }

    private static Optional<String> key(Commit commit) {
        return Told.what(commit).map(what -> LaneNames.in(commit.ref(), what));
    }
}
